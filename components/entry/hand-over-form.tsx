"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useRefusal } from "./use-refusal";

type Answer = { ok: true; value: { token: string } } | { ok: false; error: string };
type HandOverFormProps = { origin: string; next: string; name: string; take: () => Promise<Answer> };

/** The pass travels behind the #, which no server on the way sees. */
export function HandOverForm({ origin, next, name, take }: HandOverFormProps) {
  const t = useTranslations("entry.handOver");
  const refusal = useRefusal();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const press = async () => {
    setBusy(true);
    const answer = await take().catch(() => ({ ok: false as const, error: "unavailable" }));
    if (answer.ok) {
      const query = new URLSearchParams({ next });
      return window.location.assign(`${origin}/sign-in/hand-over?${query}#${answer.value.token}`);
    }
    setBusy(false);
    setRefused(answer.error);
  };
  return (
    <div className="flex flex-col gap-4">
      {refused ? <Banner kind="bad">{refusal(refused)}</Banner> : null}
      <Button kind="primary" size="lg" wide busy={busy ? t("busy") : false} onClick={press}>
        {t("submit", { name })}
      </Button>
    </div>
  );
}
