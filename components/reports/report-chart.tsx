import { useTranslations } from "next-intl";
import type { Figure, Report } from "@/lib/reports/contract";
import { inOrder, isByWeek, sizeOf, useReportWords } from "./words";

const MOST = 12;
/** What was to come stands as an outline behind what came. */
const PLAN = "due";

/** Its main column as bars, one chart per currency; the figures stand in the table below. */
export function ReportChart({ report }: { report: Report }) {
  const { main, totals } = report;
  return totals.map(({ currency, figures }) => (
    <Bars key={currency} report={report} currency={currency} total={figures[main]} />
  ));
}

type BarsProps = { report: Report; currency: string; total: Figure | undefined };
function Bars({ report, currency, total }: BarsProps) {
  const t = useTranslations("reports");
  const { nameOf, figure } = useReportWords();
  const { main } = report;
  const mine = inOrder(report).filter((row) => row.currency === currency);
  const rows = isByWeek(report)
    ? mine.slice(-MOST)
    : mine.filter((row) => sizeOf(row.figures[main]) > 0).slice(0, MOST);
  const planned = (row: Report["rows"][number]) => sizeOf(row.figures[PLAN]);
  const top = Math.max(1, ...rows.map((row) => Math.max(sizeOf(row.figures[main]), planned(row))));
  if (rows.length === 0) return null;
  const label = t("chart", { name: t(`name.${report.name}`), amount: figure(total) });
  const width = (amount: number) => ({ width: `${(amount / top) * 100}%` });
  return (
    <figure className="card mb-5 p-(--pad-card)" role="img" aria-label={label}>
      <ul aria-hidden className="flex flex-col gap-2.5">
        {rows.map((row) => (
          <li
            key={row.key}
            className="grid items-center gap-x-4 gap-y-1 text-sm min-[20rem]:grid-cols-[1fr_auto] md:grid-cols-[16rem_1fr_auto]"
          >
            <span>{nameOf(row)}</span>
            <span className="relative h-4.5 max-md:order-last max-md:col-span-full">
              {planned(row) > 0 ? (
                <span className="absolute inset-y-0 start-0 border border-d1" style={width(planned(row))} />
              ) : null}
              <span className="absolute inset-y-0 start-0 bg-d1" style={width(sizeOf(row.figures[main]))} />
            </span>
            <span className="tn text-end">{figure(row.figures[main])}</span>
          </li>
        ))}
      </ul>
      {rows.some((row) => planned(row) > 0) ? (
        <figcaption className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-ink-2 text-sm">
          <Sign label={t(`column.${main as "cameIn"}`)} className="bg-d1" />
          <Sign label={t(`column.${PLAN}`)} className="border border-d1" />
        </figcaption>
      ) : null}
    </figure>
  );
}

const Sign = ({ label, className }: { label: string; className: string }) => (
  <span className="inline-flex items-center gap-2">
    <span aria-hidden className={`h-3 w-5 ${className}`} />
    {label}
  </span>
);
