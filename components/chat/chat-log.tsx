"use client";

import { Megaphone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Message } from "@/lib/chat/contract";
import { formatDate } from "@/lib/i18n/formats";
import { MessageBubble } from "./message-bubble";
import { countReads, newFor, type Row, rowsOf } from "./rows";
import { saysMode } from "./says-mode";
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
  const { messages, waiting, chat, reads, complete } = view;
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
          {rows.map((row) => (
            <LogRow
              key={row.key}
              {...{ row, zone, session, onPick }}
              face={(m) => chat?.members.find(({ userId }) => userId === m.senderId)?.avatar ?? null}
              count={(m) => countReads(m, chat?.members ?? [], reads)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

type LogRowProps = {
  row: Row;
  zone: string;
  session: ChatSession;
  onPick: (message: Message) => void;
  face: (message: Message) => string | null;
  count: (message: Message) => number;
};

function LogRow({ row, zone, session, onPick, face, count }: LogRowProps) {
  const t = useTranslations("chat");
  const locale = useLocale();
  switch (row.kind) {
    case "day":
      return (
        <h3 className="chat-day">
          <time dateTime={row.at.toISOString()}>{formatDate(locale, row.at, { zone })}</time>
        </h3>
      );
    case "unread":
      return <p className="chat-unread">{t("unreadBelow")}</p>;
    case "mode":
      return (
        <p id={`message-${row.message.seq}`} className="chat-mode">
          <Megaphone aria-hidden size={18} className="flex-none" />
          {saysMode(t, row.message)}
        </p>
      );
    case "waiting":
      return <WaitingBubble item={row.item} session={session} />;
    default:
      return (
        <MessageBubble
          {...{ row, zone, session, onPick }}
          face={face(row.message)}
          read={row.mine ? count(row.message) : 0}
        />
      );
  }
}
