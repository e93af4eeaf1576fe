import { useLocale, useTranslations } from "next-intl";
import { sizeOf, useReportWords } from "@/components/reports/words";
import { Axis, roundUp } from "@/components/ui/axis";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatNumber, formatRoundSum, formatShortDate } from "@/lib/i18n/formats";
import { moneyIn } from "@/lib/kernel/amounts";
import { DAY } from "@/lib/kernel/durations";
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
  const money = moneyIn(currency);
  const rows = new Map(report.rows.filter((row) => row.currency === currency).map((row) => [row.key, row.figures]));
  const weeks = mondaysUpTo(report.to).map((key, i, all) => {
    const figures = rows.get(key);
    const [cameIn, due] = [sizeOf(figures?.cameIn), sizeOf(figures?.due)];
    const day = formatShortDate(locale, new Date(key), { zone: "UTC" });
    // A month is named once, by its first week that has room for the word.
    const [before, after] = [all[i - 1], all[i + 1]].map((other) => other?.slice(0, 7));
    const isNamed = before ? before !== key.slice(0, 7) : after === key.slice(0, 7);
    return { key, cameIn, due, day, label: isNamed ? day : formatNumber(locale, Number(key.slice(8))) };
  });
  const half = roundUp(Math.max(1, ...weeks.flatMap(({ cameIn, due }) => [cameIn, due])) / 2);
  const height = (amount: number) => ({ height: `${(Math.max(0, amount) / (half * 2)) * 100}%` });
  const legend = (
    <span className="flex flex-wrap gap-x-4">
      <Sign label={t("column.cameIn")} look="bg-d1" />
      <Sign label={t("column.due")} look="border border-ink-3" />
    </span>
  );
  return (
    <Card title={<Link href={`${home}/reports?name=money`}>{t("name.money")}</Link>} aside={legend}>
      <div className="flex gap-3 pt-2">
        <ol className="relative grid flex-1 auto-cols-fr grid-flow-col gap-2 before:absolute before:inset-x-0 before:top-0 before:h-16 before:border-line before:border-y after:absolute after:inset-x-0 after:top-32 after:border-line after:border-t">
          {weeks.map(({ key, cameIn, due, day, label }, i) => (
            <li key={key} className="flex min-w-0 flex-col">
              <span aria-hidden className="relative flex h-32 items-end gap-0.5">
                <span className="min-w-0 flex-1 rounded-t-xs bg-d1" style={height(cameIn)} />
                <span
                  className={`min-w-0 flex-1 rounded-t-xs ${due > 0 ? "border border-ink-3 border-b-0" : ""} ${i === WEEKS - 1 ? "border-dashed" : ""}`}
                  style={height(due)}
                />
              </span>
              <span
                aria-hidden
                className={`tn mt-1.5 flex justify-center text-xs whitespace-nowrap ${i === WEEKS - 1 ? "font-semibold" : "text-ink-3"}`}
              >
                {label}
              </span>
              <span className="sr-only">
                {`${t("week", { day })}: ${t("column.cameIn")} ${figure(money(cameIn))}, ${t("column.due")} ${figure(money(due))}`}
              </span>
            </li>
          ))}
        </ol>
        <div className="flex h-32">
          <Axis labels={[half * 2, half, 0].map((amount) => formatRoundSum(locale, money(amount)))} />
        </div>
      </div>
    </Card>
  );
}

const Sign = ({ label, look }: { label: string; look: string }) => (
  <span className="inline-flex items-center gap-1.5">
    <span aria-hidden className={`size-3 rounded-xs ${look}`} />
    {label}
  </span>
);
