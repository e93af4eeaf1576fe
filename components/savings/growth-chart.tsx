import { useTranslations } from "next-intl";
import { Axis, roundUp } from "@/components/ui/axis";
import type { Statement } from "@/lib/savings/contract/out";
import { useWords } from "./words";

const [WIDTH, HEIGHT] = [560, 160];
const DAY = 86_400_000;

type Point = readonly [at: number, amount: number];

/** What stood at each moment, as steps: money does not grow between two deposits. */
const stepsOf = (points: readonly Point[], x: (at: number) => number, y: (amount: number) => number) =>
  points.map(([at, amount], i) => `${i === 0 ? "M" : "H"}${x(at)} ${i === 0 ? y(amount) : `V${y(amount)}`}`).join(" ");

/** The balance in steps against the straight line of the plan; its figures stand in the table below it. */
export function GrowthChart({ statement }: { statement: Statement }) {
  const t = useTranslations("savings");
  const { sum, date, round } = useWords();
  const { plan, lines, asOf } = statement;
  const first = lines[0];
  if (!first) return null;
  const began = Math.min(Date.parse(`${plan.startsOn}T00:00:00Z`), first.on.getTime());
  const span = Math.max(asOf.getTime() - began, DAY);
  const planned = (plan.monthly.amount * span) / (30.44 * DAY);
  const half = roundUp(Math.max(planned, ...lines.map(({ balance }) => balance.amount), 1) / 2);
  const x = (at: number) => Math.round(((at - began) / span) * WIDTH);
  const y = (amount: number) => Math.round(HEIGHT - (amount / (half * 2)) * HEIGHT);
  const points: Point[] = [[began, 0], ...lines.map(({ on, balance }) => [on.getTime(), balance.amount] as const)];
  const steps = `${stepsOf(points, x, y)} H${WIDTH}`;
  return (
    <figure className="mt-6">
      <div className="flex gap-3">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t("chart")}
          className="block w-full min-w-0 flex-1 overflow-visible rtl:-scale-x-100"
        >
          <path d={`M0 0H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}`} className="stroke-line" />
          <path d={`${steps} V${HEIGHT} H0 Z`} className="fill-primary-soft" />
          <path d={`M0 ${HEIGHT}H${WIDTH}`} className="stroke-line" />
          <path d={steps} className="fill-none stroke-d1" strokeWidth="2" />
          <path
            d={`M0 ${HEIGHT} L${WIDTH} ${y(planned)}`}
            className="fill-none stroke-ink"
            strokeWidth="1.25"
            strokeDasharray="4 4"
          />
          <circle
            cx={WIDTH}
            cy={y(lines.at(-1)?.balance.amount ?? 0)}
            r="5"
            className="fill-lamp stroke-ink"
            strokeWidth="1.5"
          />
        </svg>
        <Axis labels={[half * 2, half, 0].map((amount) => round({ amount, currency: plan.balance.currency }))} />
      </div>
      <p aria-hidden className="tn mt-2 flex flex-wrap justify-between gap-x-4 text-ink-3 text-xs">
        <span>{date(new Date(began), "UTC")}</span>
        <span>{date(asOf, "UTC")}</span>
      </p>
      <figcaption className="mt-2 flex flex-wrap gap-x-5 text-sm text-ink-2">
        <span className="inline-flex items-center gap-2">
          <span aria-hidden className="h-0.5 w-4 bg-d1" />
          {t("columns.balance")}
        </span>
        <span className="inline-flex items-center gap-2">
          <span aria-hidden className="w-4 border-t border-dashed border-ink" />
          {t("perMonth", { amount: sum(plan.monthly) })}
        </span>
      </figcaption>
    </figure>
  );
}
