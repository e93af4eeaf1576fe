import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/states";
import { useSums } from "@/components/ui/sums";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import type { Figure, Report, ReportRow } from "@/lib/reports/contract";
import { inOrder, useReportWords } from "./words";

const FIGURE = { card: "figure" } as const;
const asSum = (figure: Figure = 0) => (typeof figure === "number" ? null : figure);

/** The report row by row, its sums last. */
export function ReportTable({ report }: { report: Report }) {
  const t = useTranslations("reports");
  const { nameOf, figure } = useReportWords();
  const totals = report.totals.map(({ currency, figures }) => ({
    key: `total ${currency}`,
    kind: "agency" as const,
    name: null,
    startsAt: null,
    timeZone: null,
    branch: null,
    currency,
    figures,
  }));
  const rows = report.rows.length > 0 ? [...inOrder(report), ...totals] : [];
  const sums = useSums(rows);
  const isSum = ({ key }: ReportRow) => key.startsWith("total ");
  const columns: Column<ReportRow>[] = [
    {
      id: "row",
      header: t(`rows.${report.name}`),
      cell: (row) => (
        <TwoLines
          first={isSum(row) ? t("total") : nameOf(row)}
          second={row.kind !== "branch" && row.branch ? <bdi>{row.branch}</bdi> : null}
        />
      ),
    },
    ...report.columns.map(({ id, kind }): Column<ReportRow> => {
      const column = { id, header: t(`column.${id as "sold"}`), ...(id === report.main ? FIGURE : {}) };
      const look = (text: ReactNode, row: ReportRow) =>
        isSum(row) ? <strong className="font-semibold">{text}</strong> : text;
      if (kind === "money") return sums({ ...column, money: ({ figures }) => asSum(figures[id]), cell: look });
      return { ...column, align: "end", cell: (row) => look(figure(row.figures[id]), row) };
    }),
  ];
  return (
    <Table
      label={t(`name.${report.name}`)}
      columns={columns}
      rows={rows}
      rowKey={({ key, currency }) => `${key} ${currency}`}
      empty={<EmptyState title={t("none")} text={t("noneText")} />}
    />
  );
}
