import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import type { Message, MessagePage } from "@/lib/chat/contract";
import { formatShortDate, formatTime } from "@/lib/i18n/formats";
import { QuoteLine } from "./quote-line";
import { saysMode } from "./says-mode";

type ReadOnlyLogProps = { page: MessagePage; zone: string; here: string; isNewest: boolean };

/** A page of a talk for whoever looks in, newest first, without a trace of being read. */
export function ReadOnlyLog({ page, zone, here, isNewest }: ReadOnlyLogProps) {
  const t = useTranslations("chat.look");
  if (page.data.length === 0) return <EmptyState title={t("none")} />;
  return (
    <Card flush className="max-w-3xl">
      <ol className="divide-y divide-line">
        {page.data.map((message) => (
          <Line key={message.id} message={message} zone={zone} />
        ))}
      </ol>
      <p className="flex flex-wrap gap-2.5 px-(--pad-card) py-3">
        {isNewest ? null : <LinkButton href={here}>{t("newest")}</LinkButton>}
        {page.nextCursor ? <LinkButton href={`${here}?before=${page.nextCursor}`}>{t("older")}</LinkButton> : null}
      </p>
    </Card>
  );
}

function Line({ message, zone }: { message: Message; zone: string }) {
  const t = useTranslations("chat");
  const locale = useLocale();
  const at = new Date(message.sentAt);
  const kinds = { text: t("withdrawn"), photo: t("photo"), position: t("position"), mode: saysMode(t, message) };
  const said = message.text ?? (message.withdrawnAt ? t("withdrawn") : kinds[message.kind]);
  return (
    <li className="px-(--pad-card) py-3">
      <p className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-2">
        <bdi className="font-semibold">{message.senderName}</bdi>
        <time className="tn" dateTime={message.sentAt}>
          {formatShortDate(locale, at, { zone })} {formatTime(locale, at, { zone })}
        </time>
      </p>
      {message.replyTo && !message.withdrawnAt ? <QuoteLine quote={message.replyTo} /> : null}
      <p
        className={`whitespace-pre-wrap [overflow-wrap:anywhere] ${message.text ? "" : "text-ink-2 italic"}`}
        dir="auto"
      >
        {said}
        {message.editedAt && !message.withdrawnAt ? (
          <span className="ms-2 text-sm text-ink-2 not-italic">{t("edited")}</span>
        ) : null}
      </p>
    </li>
  );
}
