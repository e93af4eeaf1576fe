import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import type { Report, ReportRow } from "@/lib/reports/contract";
import { useReportWords } from "./words";

/** The report row by row, its sums last. */
export function ReportTable({ report }: { report: Report }) {
  const t = useTranslations("reports");
  const { nameOf, figure } = useReportWords();
  const sums = report.totals.map(({ currency, figures }) => ({
    key: `total ${currency}`,
    kind: "agency" as const,
    name: null,
    startsAt: null,
    timeZone: null,
    branch: null,
    currency,
    figures,
  }));
  const isSum = ({ key }: ReportRow) => key.startsWith("total ");
  const columns: Column<ReportRow>[] = [
    {
      id: "row",
      header: t("row"),
      cell: (row) => (
        <TwoLines
          first={isSum(row) ? t("total") : nameOf(row)}
          second={row.kind !== "branch" && row.branch ? <bdi>{row.branch}</bdi> : null}
        />
      ),
    },
    ...report.columns.map(({ id, kind }) => ({
      id,
      header: t(`column.${id as "sold"}`),
      align: "end" as const,
      ...(id === report.main ? { card: "figure" as const } : {}),
      cell: (row: ReportRow) => (
        <span className={isSum(row) ? "font-semibold" : ""}>{figure(kind, row.figures[id] ?? 0, row.currency)}</span>
      ),
    })),
  ];
  return (
    <Table
      label={t(`name.${report.name}`)}
      columns={columns}
      rows={report.rows.length > 0 ? [...report.rows, ...sums] : []}
      rowKey={({ key, currency }) => `${key} ${currency}`}
      empty={<EmptyState title={t("none")} text={t("noneText")} />}
    />
  );
}
