import { useTranslations } from "next-intl";
import type { Report } from "@/lib/reports/contract";
import { useReportWords } from "./words";

const MOST = 12;
const [BAR, GAP, WIDTH] = [18, 10, 100];

/** Its main column as bars, one chart per currency; the figures stand in the table below. */
export function ReportChart({ report }: { report: Report }) {
  const { columns, main, totals } = report;
  const column = columns.find(({ id }) => id === main);
  if (!column) return null;
  return totals.map(({ currency, figures }) => (
    <Bars key={currency} report={report} column={column} currency={currency} total={figures[main] ?? 0} />
  ));
}

const isByWeek = ({ rows }: Report) => rows.some(({ kind }) => kind === "week");

type BarsProps = { report: Report; column: Report["columns"][number]; currency: string; total: number };
function Bars({ report, column, currency, total }: BarsProps) {
  const t = useTranslations("reports");
  const { nameOf, figure } = useReportWords();
  const { id, kind } = column;
  const mine = report.rows.filter((row) => row.currency === currency);
  // Weeks stand in their order, the newest last; everything else by its size.
  const rows = isByWeek(report)
    ? mine.slice(-MOST)
    : mine
        .filter((row) => (row.figures[id] ?? 0) > 0)
        .toSorted((a, b) => (b.figures[id] ?? 0) - (a.figures[id] ?? 0))
        .slice(0, MOST);
  const top = Math.max(1, ...rows.map((row) => row.figures[id] ?? 0));
  if (rows.length === 0) return null;
  const label = t("chart", { name: t(`name.${report.name}`), amount: figure(kind, total, currency) });
  return (
    <figure className="card mb-5 grid grid-cols-[minmax(0,12rem)_1fr_auto] items-center gap-x-4 p-(--pad-card)">
      <ul aria-hidden className="text-sm">
        {rows.map((row) => (
          <li key={row.key} className="truncate" style={{ height: BAR + GAP, lineHeight: `${BAR + GAP}px` }}>
            <bdi>{nameOf(row)}</bdi>
          </li>
        ))}
      </ul>
      <svg
        viewBox={`0 0 ${WIDTH} ${rows.length * (BAR + GAP)}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
        className="block w-full rtl:-scale-x-100"
        style={{ height: rows.length * (BAR + GAP) }}
      >
        {rows.map((row, i) => (
          <rect
            key={row.key}
            x="0"
            y={i * (BAR + GAP) + GAP / 2}
            width={Math.max(0.5, ((row.figures[id] ?? 0) / top) * WIDTH)}
            height={BAR}
            className="fill-d1"
          />
        ))}
      </svg>
      <ul aria-hidden className="tn text-end text-sm">
        {rows.map((row) => (
          <li key={row.key} style={{ height: BAR + GAP, lineHeight: `${BAR + GAP}px` }}>
            {figure(kind, row.figures[id] ?? 0, currency)}
          </li>
        ))}
      </ul>
    </figure>
  );
}
