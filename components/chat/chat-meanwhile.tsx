import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/states";
import type { Chat, MessagePage, Photo } from "@/lib/chat/contract";
import { type ChatGroup, ChatHead } from "./chat-head";
import { LogRow } from "./log-row";
import { MessageBubble } from "./message-bubble";
import { countReads, type MessageRow, newFor, rowsOf } from "./rows";
import "./chat.css";

export type ChatMeanwhileProps = {
  userId: string;
  group: ChatGroup;
  back: string | null;
  initial: { chat: Chat; page: MessagePage };
};

/** What was said, to be read and no more: written by the server, since the chat's scripts take seconds on a slow network. */
export function ChatMeanwhile({ userId, group, back, initial: { chat, page } }: ChatMeanwhileProps) {
  const t = useTranslations("chat");
  const { zone } = group;
  const messages = page.data.toSorted((a, b) => a.seq - b.seq);
  const reads = new Map(chat.members.map((one) => [one.userId, one.seq]));
  const rows = rowsOf({ messages, waiting: [], userId, zone, isNew: newFor(chat, userId) });
  return (
    <div className="chat">
      <ChatHead {...{ group, back }} end={<span className="chat-plain" />} />
      {rows.length === 0 ? (
        <EmptyState title={t("emptyTitle")} text={t("emptyText")} className="my-auto flex-1" />
      ) : (
        <div className="chat-frame">
          <div className="chat-scroll">
            <section className="chat-log" aria-label={t("log")}>
              {rows.map((row) =>
                row.kind === "waiting" ? null : (
                  <LogRow
                    key={row.key}
                    {...{ row, zone }}
                    said={(said) => <Said {...{ zone, chat, reads }} row={said} />}
                  />
                ),
              )}
            </section>
          </div>
        </div>
      )}
      <p className="chat-composer" aria-hidden>
        <span className="chat-field skeleton block" />
      </p>
    </div>
  );
}

const shapeOf = ({ width, height }: Photo) => ({ aspectRatio: `${width} / ${height}` });

type SaidProps = { row: MessageRow; zone: string; chat: Chat; reads: ReadonlyMap<string, number> };

function Said({ row, zone, chat: { members }, reads }: SaidProps) {
  const { attachment, senderId } = row.message;
  return (
    <MessageBubble
      {...{ row, zone }}
      face={members.find(({ userId }) => userId === senderId)?.avatar ?? null}
      read={row.mine ? countReads(row.message, members, reads) : 0}
      photo={attachment ? <span className="chat-photo skeleton" style={shapeOf(attachment)} /> : null}
    />
  );
}
