import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import type { AuditChange, AuditEntry } from "@/lib/audit/contract";
import { formatShortDate, formatTime } from "@/lib/i18n/formats";
import { differences, kindOf, thingOf, verbOf } from "./words";

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
  const sentence = (change: AuditChange) => {
    const thing = thingOf(change.table);
    return t(`verb.${verbOf(change)}`, { thing: thing ? t(`thing.${thing}`) : change.table });
  };
  const [first] = changes;
  const more = changes.length > 1 ? ` ${t("more", { count: changes.length - 1 })}` : "";
  const title = first ? `${sentence(first)}${more}` : t("done");
  return (
    <details className="group min-w-0 max-w-2xl">
      <summary className="cursor-pointer list-none py-1">
        <TwoLines first={title} second={<bdi dir="ltr">{command}</bdi>} />
      </summary>
      <dl className="mt-2 mb-3 flex flex-col gap-3 border-line border-s-2 ps-3 text-sm">
        {changes.map((change) => (
          <div key={`${change.table} ${change.id}`} className="min-w-0">
            <dt className="font-semibold">{sentence(change)}</dt>
            {differences(change).map(({ name, from, to }) => (
              <dd key={name} className="text-ink-2 [overflow-wrap:anywhere]">
                <bdi dir="ltr">
                  {name}: {from} → {to}
                </bdi>
              </dd>
            ))}
          </div>
        ))}
        <div className="text-ink-3">
          <bdi dir="ltr" className="[overflow-wrap:anywhere]">
            {via} · {requestId}
          </bdi>
        </div>
      </dl>
    </details>
  );
}
