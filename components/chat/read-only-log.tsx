import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import type { Message, MessagePage, Original } from "@/lib/chat/contract";
import { formatShortDate, formatTime } from "@/lib/i18n/formats";
import { QuoteLine } from "./quote-line";
import { saysMode } from "./says-mode";

type Earlier = ReadonlyMap<string, readonly Original[]> | null;
type ReadOnlyLogProps = { page: MessagePage; earlier: Earlier; zone: string; here: string; isNewest: boolean };

/** A page of a talk for whoever looks in, newest first, without a trace of being read.
 * @param earlier what messages said before they were changed or withdrawn */
export function ReadOnlyLog({ page, earlier, zone, here, isNewest }: ReadOnlyLogProps) {
  const t = useTranslations("chat.look");
  if (page.data.length === 0) return <EmptyState title={t("none")} />;
  return (
    <Card flush className="max-w-3xl">
      <ol className="divide-y divide-line">
        {page.data.map((message) => (
          <Line key={message.id} message={message} earlier={earlier?.get(message.id)} zone={zone} />
        ))}
      </ol>
      <p className="flex flex-wrap gap-2.5 px-(--pad-card) py-3">
        {isNewest ? null : <LinkButton href={here}>{t("newest")}</LinkButton>}
        {page.nextCursor ? <LinkButton href={`${here}?before=${page.nextCursor}`}>{t("older")}</LinkButton> : null}
      </p>
    </Card>
  );
}

type LineProps = { message: Message; earlier?: readonly Original[]; zone: string };

function Line({ message, earlier, zone }: LineProps) {
  const t = useTranslations("chat");
  const kinds = { text: t("withdrawn"), photo: t("photo"), position: t("position"), mode: saysMode(t, message) };
  const said = message.text ?? (message.withdrawnAt ? t("withdrawn") : kinds[message.kind]);
  return (
    <li className="px-(--pad-card) py-3">
      <p className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-2">
        <bdi className="font-semibold">{message.senderName}</bdi>
        <When at={message.sentAt} zone={zone} />
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
      {earlier ? <Before earlier={earlier} zone={zone} /> : null}
    </li>
  );
}

function When({ at, zone }: { at: string; zone: string }) {
  const locale = useLocale();
  const moment = new Date(at);
  return (
    <time className="tn" dateTime={at}>
      {formatShortDate(locale, moment, { zone })} {formatTime(locale, moment, { zone })}
    </time>
  );
}

/** What it said before, the first wording first, and when each ended. */
function Before({ earlier, zone }: { earlier: readonly Original[]; zone: string }) {
  const t = useTranslations("chat");
  return (
    <Fold title={t("look.before")} className="text-sm text-ink-2">
      <ol className="flex flex-col gap-2.5 border-line border-s-2 ps-3">
        {earlier.map(({ text, attachment, why, replacedAt }) => (
          <li key={replacedAt}>
            <p className="whitespace-pre-wrap text-ink [overflow-wrap:anywhere]" dir="auto">
              {text ?? t(attachment ? "photo" : "position")}
            </p>
            <p>
              {why === "edited" ? t("edited") : t("look.withdrawn")} <When at={replacedAt} zone={zone} />
            </p>
          </li>
        ))}
      </ol>
    </Fold>
  );
}
