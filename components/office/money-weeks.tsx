import { useLocale, useTranslations } from "next-intl";
import { useReportWords } from "@/components/reports/words";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatShortDate } from "@/lib/i18n/formats";
import { DAY } from "@/lib/kernel/span";
import type { Report } from "@/lib/reports/contract";

const WEEKS = 8;
/** The Mondays of the weeks up to this day. */
export function mondaysUpTo(day: string): string[] {
  const last = Date.parse(day);
  const monday = last - ((new Date(last).getUTCDay() + 6) % 7) * DAY;
  return Array.from({ length: WEEKS }, (_, i) =>
    new Date(monday - (WEEKS - 1 - i) * 7 * DAY).toISOString().slice(0, 10),
  );
}

/** Nothing for whoever may not see it. What came in each week beside what was to be paid in it: solid what came, an outline what was due. */
export function MoneyWeeks({ report, home }: { report: Report | null; home: string }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const { figure } = useReportWords();
  const currency = report?.totals[0]?.currency;
  if (!report || !currency) return null;
  const rows = new Map(report.rows.filter((row) => row.currency === currency).map((row) => [row.key, row.figures]));
  const weeks = mondaysUpTo(report.to).map((key) => {
    const { cameIn = 0, due = 0 } = rows.get(key) ?? {};
    return { key, cameIn, due, day: formatShortDate(locale, new Date(key), { zone: "UTC" }) };
  });
  const top = Math.max(1, ...weeks.flatMap(({ cameIn, due }) => [cameIn, due]));
  const height = (amount: number) => ({ height: `${(Math.max(0, amount) / top) * 100}%` });
  const legend = (
    <span className="flex flex-wrap gap-x-4">
      <Sign label={t("column.cameIn")} look="bg-d1" />
      <Sign label={t("column.due")} look="border border-ink-3" />
    </span>
  );
  return (
    <Card title={<Link href={`${home}/reports?name=money`}>{t("name.money")}</Link>} aside={legend}>
      <ol className="grid auto-cols-fr grid-flow-col gap-2 pt-2">
        {weeks.map(({ key, cameIn, due, day }, i) => (
          <li key={key} className="flex min-w-0 flex-col">
            <span aria-hidden className="flex h-32 items-end gap-0.5 border-line border-b">
              <span className="min-w-0 flex-1 rounded-t-xs bg-d1" style={height(cameIn)} />
              <span
                className={`min-w-0 flex-1 rounded-t-xs ${due > 0 ? "border border-ink-3 border-b-0" : ""} ${i === WEEKS - 1 ? "border-dashed" : ""}`}
                style={height(due)}
              />
            </span>
            <span
              aria-hidden
              className={`tn mt-1.5 text-center text-xs [overflow-wrap:anywhere] ${i === WEEKS - 1 ? "font-semibold" : "text-ink-3"}`}
            >
              {day}
            </span>
            <span className="sr-only">
              {`${t("week", { day })}: ${t("column.cameIn")} ${figure("money", cameIn, currency)}, ${t("column.due")} ${figure("money", due, currency)}`}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

const Sign = ({ label, look }: { label: string; look: string }) => (
  <span className="inline-flex items-center gap-1.5">
    <span aria-hidden className={`size-3 rounded-xs ${look}`} />
    {label}
  </span>
);
