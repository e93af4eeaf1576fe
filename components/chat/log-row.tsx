import { Megaphone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDate } from "@/lib/i18n/formats";
import type { Row } from "./rows";
import { saysMode } from "./says-mode";

type SpokenRow = Exclude<Row, { kind: "waiting" }>;
type LogRowProps = {
  row: SpokenRow;
  zone: string;
  /** Draws what somebody said. */
  said: (row: Extract<SpokenRow, { kind: "message" }>) => ReactNode;
};

/** One line of a talk: a day, where the unread begins, who may write from here on, or what somebody said. */
export function LogRow({ row, zone, said }: LogRowProps) {
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
    default:
      return said(row);
  }
}
