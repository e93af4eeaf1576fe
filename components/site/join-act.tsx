"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Act } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Joined } from "@/lib/groups/contract";

type JoinActProps = { code: string; label: string; join: Act<{ code: string }, Joined> };

/** The one press that joins: a link alone never does. */
export function JoinAct({ code, label, join }: JoinActProps) {
  const t = useTranslations("join.act");
  const offline = useTranslations("errors")("offline");
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const press = async () => {
    setBusy(true);
    setRefused(null);
    const answer = await join({ code }).catch(() => null);
    // A full load: the session learns of the new group, and nothing older stays on the screen.
    if (answer?.ok && answer.value.outcome !== "requested")
      return window.location.assign(`/a/${answer.value.agency.slug}/my`);
    setBusy(false);
    if (answer?.ok) return router.refresh();
    setRefused(answer?.message ?? offline);
  };
  return (
    <div className="flex flex-col gap-3">
      {refused ? <Banner kind="bad">{refused}</Banner> : null}
      <Button kind="primary" size="lg" wide busy={busy && t("joining")} onClick={press}>
        {label}
      </Button>
    </div>
  );
}
