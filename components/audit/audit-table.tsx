import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import type { AuditEntry } from "@/lib/audit/contract";
import { formatShortDate, formatTime } from "@/lib/i18n/formats";
import { Changes } from "./changes";
import { deedOf, kindOf, sentenceOf } from "./words";

type AuditTableProps = {
  entries: readonly AuditEntry[];
  zone: string;
  /** Say whose log a row is of. */
  across?: boolean;
  footer?: ReactNode;
  empty: ReactNode;
};

/** Who changed what and when; each row opens to what it was before. */
export function AuditTable({ entries, zone, across, footer, empty }: AuditTableProps) {
  const t = useTranslations("agency.audit");
  const locale = useLocale();
  const columns: Column<AuditEntry>[] = [
    {
      id: "what",
      header: t("columns.what"),
      cell: (entry) => <What entry={entry} />,
    },
    {
      id: "who",
      header: t("columns.who"),
      card: "figure",
      cell: (entry) => <bdi>{entry.actorName ?? t(`who.${kindOf(entry)}`)}</bdi>,
    },
    ...(across
      ? [
          {
            id: "agency",
            header: t("columns.agency"),
            cell: ({ agency }: AuditEntry) => <bdi>{agency?.name ?? t("platform")}</bdi>,
          },
        ]
      : []),
    {
      id: "when",
      header: t("columns.when"),
      card: "badge",
      className: "whitespace-nowrap",
      cell: ({ at }) => (
        <time dateTime={at.toISOString()} className="tn">
          {formatShortDate(locale, at, { zone, year: true })} {formatTime(locale, at, { zone })}
        </time>
      ),
    },
  ];
  return (
    <Table label={t("title")} columns={columns} rows={entries} rowKey={({ id }) => id} footer={footer} empty={empty} />
  );
}

function What({ entry: { command, changes, via, requestId } }: { entry: AuditEntry }) {
  const t = useTranslations("agency.audit");
  const [first] = changes;
  const more = changes.length > 1 ? ` ${t("more", { count: changes.length - 1 })}` : "";
  const title = first ? `${sentenceOf(t, first)}${more}` : deedOf(t, command);
  return (
    <Changes
      summary={<TwoLines first={title} second={<bdi dir="ltr">{command}</bdi>} />}
      changes={changes}
      footnote={`${via}\u00a0· ${requestId}`}
    />
  );
}
