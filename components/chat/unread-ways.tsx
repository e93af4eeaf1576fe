"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { newFor } from "./rows";
import type { ChatSession } from "./session";
import { bringIntoSight, focusOn, rowAt } from "./sight";
import type { Around } from "./use-reading";

type UnreadWaysProps = { box: RefObject<HTMLElement | null>; session: ChatSession; around: Around };

/** What is new and out of sight: how much, and the way to it. */
export function UnreadWays({ box, session, around: { above, below } }: UnreadWaysProps) {
  const t = useTranslations("chat");
  const errors = useTranslations("errors");
  const [busy, setBusy] = useState(false);
  const toFirst = async () => {
    setBusy(true);
    const isThere = await session.reach();
    setBusy(false);
    if (!isThere) return void toast({ text: errors("offline"), kind: "offline" });
    const { chat, messages } = session.read();
    const first = messages?.find(newFor(chat, session.userId));
    requestAnimationFrame(() => {
      const row = first ? rowAt(first.seq) : null;
      if (!row) return;
      bringIntoSight(row, "start");
      focusOn(row);
    });
  };
  const toNewest = () => {
    const last = rowAt(session.read().messages?.at(-1)?.seq ?? 0);
    if (last) focusOn(last);
    box.current?.scrollTo({ top: 0 });
    session.passOver();
  };
  return (
    <>
      {above > 0 ? (
        <Button
          size="lg"
          className="chat-way"
          data-to="first"
          icon={<ArrowUp aria-hidden size={20} />}
          busy={busy && t("loadingOlder")}
          onClick={toFirst}
        >
          {t("earlierUnread", { count: above })}
        </Button>
      ) : null}
      {above + below > 0 ? (
        <Button
          size="lg"
          className="chat-way"
          data-to="newest"
          icon={<ArrowDown aria-hidden size={20} />}
          onClick={toNewest}
        >
          {t("toNewest", { count: below })}
        </Button>
      ) : null}
    </>
  );
}
