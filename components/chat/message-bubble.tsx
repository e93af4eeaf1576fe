import { Check, CheckCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import type { Chat } from "@/lib/chat/contract";
import { formatTime } from "@/lib/i18n/formats";
import { QuoteLine } from "./quote-line";
import { countReads, type MessageRow } from "./rows";
import { SpotLink } from "./spot-link";

type MessageBubbleProps = {
  row: MessageRow;
  zone: string;
  members: Chat["members"];
  /** How far each has read. */
  reads: ReadonlyMap<string, number>;
  photo: ReactNode;
  /** Opens what can be done with it: it lies over the whole bubble. */
  open?: ReactNode;
};

/** What somebody said. */
export function MessageBubble({ row, zone, members, reads, photo, open }: MessageBubbleProps) {
  const t = useTranslations("chat");
  const locale = useLocale();
  const { message, mine, first, last } = row;
  const { withdrawnAt, editedAt, replyTo, text, position } = message;
  const face = members.find(({ userId }) => userId === message.senderId)?.avatar ?? null;
  const time = formatTime(locale, new Date(message.sentAt), { zone });
  return (
    <article
      id={`message-${message.seq}`}
      className="chat-row"
      data-mine={mine || undefined}
      data-first={first || undefined}
    >
      {mine ? null : (
        <span className="chat-face">{last ? <Avatar name={message.senderName} src={face} size={36} /> : null}</span>
      )}
      <div className="chat-bubble" data-last={last || undefined} data-gone={withdrawnAt ? "" : undefined}>
        {withdrawnAt ? null : open}
        {mine ? (
          <span className="sr-only">{t("you")}</span>
        ) : (
          <p className={first ? "chat-name" : "sr-only"}>
            <bdi>{message.senderName}</bdi>
          </p>
        )}
        {withdrawnAt ? (
          <p className="chat-text italic">{t("withdrawn")}</p>
        ) : (
          <>
            {replyTo ? <QuoteLine quote={replyTo} /> : null}
            {photo}
            {position ? <SpotLink position={position} name={message.senderName} /> : null}
            {text ? (
              <p className="chat-text" dir="auto">
                {text}
              </p>
            ) : null}
          </>
        )}
        <p className="chat-foot tn">
          {editedAt && !withdrawnAt ? <span>{t("edited")}</span> : null}
          <time dateTime={message.sentAt}>{time}</time>
          {mine && !withdrawnAt ? <Delivery read={countReads(message, members, reads)} /> : null}
        </p>
      </div>
    </article>
  );
}

function Delivery({ read }: { read: number }) {
  const t = useTranslations("chat");
  const Icon = read > 0 ? CheckCheck : Check;
  return (
    <>
      <Icon aria-hidden size={18} strokeWidth={2} />
      <span>{read > 0 ? t("readBy", { count: read }) : t("sent")}</span>
    </>
  );
}
