import { useLocale, useTranslations } from "next-intl";
import { type Status, StatusLine } from "@/components/ui/badge";
import { formatMoney, formatNumber } from "@/lib/i18n/formats";
import type { Departure } from "@/lib/packages/contract/departure";
import type { Liability } from "@/lib/savings/contract/out";

type TodayFiguresProps = {
  groups: number;
  travelling: number;
  /** Null for whoever may not see positions. */
  signal: { travelling: number; sharing: number; heard: number } | null;
  /** Null for whoever may not see these. */
  counts: { needs_payment: number; holds_today: number } | null;
  departures: readonly Departure[] | null;
  savings: Liability["data"][number] | null;
};

/** Is everyone safe, will we sell, are we paid, is the savers' money there: each with the sentence that says so. */
export function TodayFigures({ groups, travelling, signal, counts, departures, savings }: TodayFiguresProps) {
  const t = useTranslations("office.today.figures");
  const locale = useLocale();
  const silent = signal ? signal.sharing - signal.heard : 0;
  const onSale = departures?.filter(({ status }) => status === "open" || status === "full") ?? [];
  const left = onSale.reduce((sum, { seats }) => sum + seats.left, 0);
  const whole = (value: number) => formatNumber(locale, value);
  return (
    <dl className="card mb-5 grid gap-px min-[20rem]:grid-cols-2 overflow-clip bg-line xl:auto-cols-fr xl:grid-flow-col xl:grid-cols-none">
      <Figure
        label={t("people")}
        value={whole(travelling)}
        {...(silent > 0
          ? { note: t("silentCount", { count: silent }), status: "warn" as const }
          : { note: t("inGroups", { count: groups }), ...(signal?.heard ? { status: "ok" as const } : {}) })}
      />
      {counts ? (
        <Figure
          label={t("toPay")}
          value={whole(counts.needs_payment)}
          note={counts.holds_today > 0 ? t("holds", { count: counts.holds_today }) : t("noHolds")}
          status={counts.holds_today > 0 ? "waiting" : undefined}
        />
      ) : null}
      {departures ? (
        <Figure label={t("seats")} value={whole(left)} note={t("onSale", { count: onSale.length })} />
      ) : null}
      {savings ? <SavingsFigure savings={savings} /> : null}
    </dl>
  );
}

function SavingsFigure({
  savings: { currency, liability, plans, difference },
}: {
  savings: Liability["data"][number];
}) {
  const t = useTranslations("office.today.figures");
  const locale = useLocale();
  const state = difference === null ? "unknown" : difference < 0 ? "short" : "covered";
  const sign = ({ unknown: "notYet", short: "bad", covered: "ok" } as const)[state];
  return (
    <Figure
      label={t("savings", { count: plans })}
      value={formatMoney(locale, { amount: liability, currency })}
      note={t(`bank.${state}`)}
      status={sign}
    />
  );
}

type FigureProps = { label: string; value: string; note: string; status?: Status | undefined };

function Figure({ label, value, note, status }: FigureProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1 bg-surface p-4 md:p-5">
      <dt className="text-ink-2">{label}</dt>
      <dd className="flex flex-col gap-1">
        <span className="display tn text-lg whitespace-nowrap sm:text-2xl">{value}</span>
        {status ? <StatusLine status={status}>{note}</StatusLine> : <span className="text-ink-3 text-sm">{note}</span>}
      </dd>
    </div>
  );
}
