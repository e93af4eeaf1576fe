import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/states";
import { ChatHead } from "./chat-head";
import type { ChatRoomProps } from "./chat-room";
import { LogRow } from "./log-row";
import { MessageBubble } from "./message-bubble";
import { shapeOf } from "./photo-shape";
import { type MessageRow, newFor, rowsOf } from "./rows";
import "./chat.css";

/** What was said, to be read and no more: written by the server, since the chat's scripts take seconds on a slow network. */
export function ChatMeanwhile({ userId, group, back, initial: { chat, page } }: Omit<ChatRoomProps, "agency">) {
  const t = useTranslations("chat");
  const { zone } = group;
  const { members } = chat;
  const reads = new Map(members.map((one) => [one.userId, one.seq]));
  const messages = page.data.toSorted((a, b) => a.seq - b.seq);
  const rows = rowsOf({ messages, waiting: [], userId, zone, isNew: newFor(chat, userId) });
  const said = (row: MessageRow) => {
    const { attachment } = row.message;
    const photo = attachment && <span className="chat-photo skeleton" style={shapeOf(attachment)} />;
    return <MessageBubble {...{ row, zone, members, reads, photo }} />;
  };
  return (
    <div className="chat">
      <ChatHead {...{ group, back }} end={<span className="chat-plain" />} />
      {rows.length === 0 ? (
        <EmptyState title={t("emptyTitle")} text={t("emptyText")} className="my-auto flex-1" />
      ) : (
        <div className="chat-frame">
          <div className="chat-scroll">
            <section className="chat-log" aria-label={t("log")}>
              {rows.map((row) => row.kind !== "waiting" && <LogRow key={row.key} {...{ row, zone, said }} />)}
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
