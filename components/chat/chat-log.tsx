"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Message } from "@/lib/chat/contract";
import { formatTime } from "@/lib/i18n/formats";
import { ChatPhoto } from "./chat-photo";
import { LogRow } from "./log-row";
import { MessageBubble } from "./message-bubble";
import { type MessageRow, newFor, rowsOf } from "./rows";
import type { ChatSession, ChatView } from "./session";
import { bringIntoSight, focusOn, rowAt } from "./sight";
import { UnreadWays } from "./unread-ways";
import { useReading } from "./use-reading";
import { WaitingBubble } from "./waiting-bubble";

type ChatLogProps = {
  session: ChatSession;
  view: ChatView;
  userId: string;
  zone: string;
  /** A message to be brought into sight. */
  target: number | null;
  onPick: (message: Message) => void;
};

/** The talk itself, oldest first; older pages come in above without moving what is read. */
export function ChatLog({ session, view, userId, zone, target, onPick }: ChatLogProps) {
  const t = useTranslations("chat");
  const { messages, waiting, chat, complete } = view;
  const [loading, setLoading] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { readTo, around } = useReading({ box, session, view });
  const isNew = newFor(chat, userId, readTo);
  const rows = rowsOf({ messages: messages ?? [], waiting, userId, zone, isNew });

  useEffect(() => {
    const found = target === null ? null : rowAt(target);
    if (!found) return;
    focusOn(found);
    return bringIntoSight(found, "center");
  }, [target]);

  const older = async () => {
    setLoading(true);
    await session.loadOlder();
    setLoading(false);
  };
  const scrolled = () => {
    const at = box.current;
    if (!at) return;
    const isTop = at.scrollHeight - at.clientHeight + at.scrollTop < 240;
    if (isTop && !complete && !loading) void older();
  };

  return (
    <div className="chat-frame">
      <UnreadWays {...{ box, session, around }} />
      <div ref={box} className="chat-scroll" onScroll={scrolled}>
        <div className="chat-log" role="log" aria-live="polite" aria-label={t("log")}>
          {complete ? null : (
            <Button kind="ghost" size="lg" className="self-center" busy={loading && t("loadingOlder")} onClick={older}>
              {t("older")}
            </Button>
          )}
          {rows.map((row) =>
            row.kind === "waiting" ? (
              <WaitingBubble key={row.key} item={row.item} session={session} />
            ) : (
              <LogRow
                key={row.key}
                {...{ row, zone }}
                said={(said) => <Said {...{ zone, session, view, onPick }} row={said} />}
              />
            ),
          )}
        </div>
      </div>
    </div>
  );
}

type SaidProps = {
  row: MessageRow;
  zone: string;
  session: ChatSession;
  view: ChatView;
  onPick: ChatLogProps["onPick"];
};

/** What somebody said; the whole of it opens what can be done with it. */
function Said({ row, zone, session, view: { chat, reads }, onPick }: SaidProps) {
  const t = useTranslations("chat");
  const locale = useLocale();
  const { message } = row;
  const { attachment, senderName: name, sentAt } = message;
  const open = (
    <button
      type="button"
      className="chat-open"
      aria-haspopup="dialog"
      aria-label={t("open", { name, time: formatTime(locale, new Date(sentAt), { zone }) })}
      onClick={() => onPick(message)}
    />
  );
  return (
    <MessageBubble
      {...{ row, zone, reads, open }}
      members={chat?.members ?? []}
      photo={attachment ? <ChatPhoto {...{ attachment, session, name }} /> : null}
    />
  );
}
