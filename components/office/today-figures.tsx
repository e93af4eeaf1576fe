import { useLocale, useTranslations } from "next-intl";
import { sizeOf } from "@/components/reports/words";
import { type Status, StatusLine } from "@/components/ui/badge";
import { formatMoney, formatNumber, formatPercent } from "@/lib/i18n/formats";
import type { Departure } from "@/lib/packages/contract/departure";
import type { Coming, Report } from "@/lib/reports/contract";
import type { Liability } from "@/lib/savings/contract/out";

export type Signal = { travelling: number; sharing: number; heard: number };
type Takings = { month: Report; coming: readonly Coming[]; days: number };
type TodayFiguresProps = {
  groups: number;
  travelling: number;
  /** The agency's own; what it takes in others stands in the reports. */
  currency: string;
  /** Null for whoever may not see positions. */
  signal: Signal | null;
  /** Null for whoever may not see these. */
  takings: Takings | null;
  counts: { needs_payment: number; holds_today: number } | null;
  departures: readonly Departure[] | null;
  savings: Liability["data"][number] | null;
};

/** Are we paid, will we sell, is the savers' money there: each with the sentence that says so. Whoever sees no money sees who is on the road and who is to pay. */
export function TodayFigures({ takings, currency, departures, savings, ...people }: TodayFiguresProps) {
  const t = useTranslations("office.today.figures");
  const locale = useLocale();
  const onSale = departures?.filter(({ status }) => status === "open" || status === "full") ?? [];
  const left = onSale.reduce((sum, { seats }) => sum + seats.left, 0);
  return (
    <dl className="card mb-5 grid gap-px overflow-clip bg-line sm:grid-cols-2 xl:auto-cols-fr xl:grid-flow-col xl:grid-cols-none">
      {takings ? <TakingsFigures {...takings} currency={currency} /> : <PeopleFigures {...people} />}
      {departures ? (
        <Figure label={t("seats")} value={formatNumber(locale, left)} note={t("onSale", { count: onSale.length })} />
      ) : null}
      {savings ? <SavingsFigure savings={savings} /> : null}
    </dl>
  );
}

function TakingsFigures({ month, coming, days, currency }: Takings & { currency: string }) {
  const t = useTranslations("office.today.figures");
  const locale = useLocale();
  const figures = month.totals.find((one) => one.currency === currency)?.figures;
  const [cameIn, due] = [sizeOf(figures?.cameIn), sizeOf(figures?.due)];
  const next = coming.find((one) => one.currency === currency) ?? { amount: 0, instalments: 0, payers: 0 };
  const money = (amount: number) => formatMoney(locale, { amount, currency });
  // Much is paid long before its day: of little that was due it would be thousands of percent.
  const note =
    due === 0
      ? t("noneDue")
      : cameIn > due
        ? t("beyondDue", { amount: money(due) })
        : t("ofDue", { share: formatPercent(locale, cameIn / due) });
  return (
    <>
      <Figure
        label={t("received")}
        value={money(cameIn)}
        note={note}
        status={due > 0 && cameIn >= due ? "ok" : undefined}
      />
      <Figure label={t("coming", { days })} value={money(next.amount)} note={t("comingOf", next)} />
    </>
  );
}

function PeopleFigures({
  groups,
  travelling,
  signal,
  counts,
}: Pick<TodayFiguresProps, "groups" | "travelling" | "signal" | "counts">) {
  const t = useTranslations("office.today.figures");
  const locale = useLocale();
  const silent = silentOf(signal);
  return (
    <>
      <Figure
        label={t("people")}
        value={formatNumber(locale, travelling)}
        {...(silent > 0
          ? { note: t("silentCount", { count: silent }), status: "warn" as const }
          : { note: t("inGroups", { count: groups }), ...(signal?.heard ? { status: "ok" as const } : {}) })}
      />
      {counts ? (
        <Figure
          label={t("toPay")}
          value={formatNumber(locale, counts.needs_payment)}
          note={counts.holds_today > 0 ? t("holds", { count: counts.holds_today }) : t("noHolds")}
          status={counts.holds_today > 0 ? "waiting" : undefined}
        />
      ) : null}
    </>
  );
}

/** How many share their position and were not heard lately. */
export const silentOf = (signal: Signal | null) => (signal ? signal.sharing - signal.heard : 0);

function SavingsFigure({ savings: { liability, plans, difference } }: { savings: Liability["data"][number] }) {
  const t = useTranslations("office.today.figures");
  const locale = useLocale();
  const state = difference === null ? "unknown" : difference.amount < 0 ? "short" : "covered";
  const sign = ({ unknown: "notYet", short: "bad", covered: "ok" } as const)[state];
  return (
    <Figure
      label={t("savings", { count: plans })}
      value={formatMoney(locale, liability)}
      note={t(`bank.${state}`)}
      status={sign}
    />
  );
}

type FigureProps = { label: string; value: string; note: string; status?: Status | undefined };

/** On a phone a line with its figure at the end, so that a sum in full has room. */
function Figure({ label, value, note, status }: FigureProps) {
  return (
    <div className="min-w-0 items-center gap-x-4 gap-y-0.5 bg-surface px-4 py-3 min-[20rem]:grid min-[20rem]:grid-cols-[minmax(0,1fr)_auto] sm:block sm:p-5">
      <dt className="text-ink-2">{label}</dt>
      <dd className="display tn row-span-2 text-lg [overflow-wrap:anywhere] min-[20rem]:whitespace-nowrap sm:my-1 sm:text-2xl">
        {value}
      </dd>
      <dd>
        {status ? <StatusLine status={status}>{note}</StatusLine> : <span className="text-ink-3 text-sm">{note}</span>}
      </dd>
    </div>
  );
}
