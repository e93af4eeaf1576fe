"use client";

import { RefreshCw, Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { Group } from "@/lib/groups/contract";
import { isCodeLive } from "@/lib/groups/rules";

type CodeDeskProps = {
  group: Pick<Group, "id" | "name" | "state" | "endsAt" | "joinCodeExpiresAt">;
  link: string;
  now: Date;
  rotate: Act<{ groupId: string }>;
};

/** Sends the link on while it opens the group, or makes the old code worthless; after the trip no code opens it. */
export function CodeDesk({ group, link, now, rotate }: CodeDeskProps) {
  const t = useTranslations("groups.code");
  const own = useTranslations("lead.code");
  const { busy, act } = useAct();
  const [asking, setAsking] = useState(false);
  const [canShare, setCanShare] = useState(false);
  useEffect(() => setCanShare(typeof navigator.share === "function"), []);
  // Closing the phone's own sheet is no failure.
  const share = () =>
    navigator.share({ title: group.name, text: own("invite", { name: group.name }), url: link }).catch(() => undefined);
  const renew = () =>
    act(() => rotate({ groupId: group.id }), { said: { text: own("renewed") }, done: () => setAsking(false) });
  const opens = isCodeLive(group, now);
  if (group.state === "past") return null;
  return (
    <div className="flex flex-col gap-2.5">
      {opens && canShare ? (
        <Button kind="primary" size="xl" wide icon={<Share2 aria-hidden size={22} />} onClick={share}>
          {own("share")}
        </Button>
      ) : null}
      {opens ? (
        <CopyButton value={link} label={own("copy")} kind={canShare ? "secondary" : "primary"} size="xl" wide />
      ) : null}
      {asking ? (
        <section role="alertdialog" aria-label={own("ask")} className="card flex flex-col gap-3 p-(--pad-card)">
          <h2 className="text-lg font-semibold">{own("ask")}</h2>
          <p className="text-md text-ink-2">
            {t("rotateWarning")} {own("askText")}
          </p>
          <Button kind="danger" size="lg" wide busy={busy && own("working")} onClick={renew}>
            {own("sure")}
          </Button>
          <Button size="lg" wide onClick={() => setAsking(false)}>
            {own("keep")}
          </Button>
        </section>
      ) : (
        <Button kind="ghost" size="lg" wide icon={<RefreshCw aria-hidden size={20} />} onClick={() => setAsking(true)}>
          {t("rotate")}
        </Button>
      )}
    </div>
  );
}
