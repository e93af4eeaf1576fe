import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, Named, Table } from "@/components/ui/table";
import type { Statistics } from "@/lib/agencies/contract/platform";
import { formatMoney, formatNumber, formatShortDate } from "@/lib/i18n/formats";
import { currencyName } from "@/lib/i18n/places";

/** A strip of figures with hairlines between. */
export function Figures({ figures }: { figures: readonly { label: string; value: string; note?: string }[] }) {
  return (
    <dl className="card mb-5 grid grid-cols-2 overflow-clip md:grid-cols-4">
      {figures.map(({ label, value, note }) => (
        <div key={label} className="-ms-px -mt-px border-line border-s border-t p-5">
          <dt className="text-ink-2">{label}</dt>
          <dd className="display tn mt-1 text-2xl">{value}</dd>
          {note ? <dd className="text-ink-3 text-sm">{note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

type Week = Statistics["weeks"][number];

/** What began in each of the last twelve weeks: bars, and the same as a table. */
export function Growth({ weeks }: { weeks: readonly Week[] }) {
  const t = useTranslations("platform.statistics");
  const locale = useLocale();
  const most = Math.max(1, ...weeks.map(({ users }) => users));
  const columns: Column<Week>[] = [
    { id: "week", header: t("week"), cell: ({ from }) => formatShortDate(locale, from, { zone: "UTC" }) },
    {
      id: "bar",
      header: "",
      className: "w-1/2",
      cell: ({ users }) => (
        <span
          aria-hidden
          className={`block h-3 rounded-xs bg-d1 ${users > 0 ? "min-w-0.5" : ""}`}
          style={{ inlineSize: `${Math.round((users / most) * 100)}%` }}
        />
      ),
    },
    {
      id: "users",
      header: t("users"),
      align: "end",
      card: "figure",
      cell: ({ users }) => <Named name={t("users")}>{formatNumber(locale, users)}</Named>,
    },
    {
      id: "agencies",
      header: t("agencies"),
      align: "end",
      card: "below",
      cell: ({ agencies }) => <Named name={t("agencies")}>{formatNumber(locale, agencies)}</Named>,
    },
  ];
  return (
    <section>
      <h2 className="mb-3 font-semibold text-md">{t("growth")}</h2>
      <Table label={t("growth")} columns={columns} rows={weeks} rowKey={({ from }) => from.toISOString()} />
    </section>
  );
}

/** Letters of the last thirty days by channel and by what became of them. */
export function Messages({ messages }: { messages: Statistics["messages"] }) {
  const t = useTranslations("platform.statistics");
  const locale = useLocale();
  return (
    <Card title={t("messages")}>
      {messages.length === 0 ? <p className="text-ink-2">{t("noMessages")}</p> : null}
      <ul className="flex flex-col gap-2">
        {messages.map(({ channel, status, count }) => (
          <li key={`${channel} ${status}`} className="flex justify-between gap-4">
            <span>
              {t.has(`channel.${channel}` as "channel.mail") ? t(`channel.${channel}` as "channel.mail") : channel}
              {"\u00a0· "}
              {t.has(`state.${status}` as "state.sent") ? t(`state.${status}` as "state.sent") : status}
            </span>
            <span className="tn font-semibold">{formatNumber(locale, count)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type Sale = Statistics["sales"][number];

/** What agencies sold in thirty days, each currency by itself: sums over currencies would say nothing. */
export function Sales({ sales }: { sales: readonly Sale[] }) {
  const t = useTranslations("platform.statistics");
  const locale = useLocale();
  const columns: Column<Sale>[] = [
    { id: "currency", header: t("currency"), cell: ({ paid }) => currencyName(locale, paid.currency) },
    {
      id: "bookings",
      header: t("bookings"),
      align: "end",
      card: "below",
      cell: ({ bookings }) => <Named name={t("bookings")}>{formatNumber(locale, bookings)}</Named>,
    },
    { id: "orders", header: t("orders"), align: "end", cell: ({ orders }) => formatNumber(locale, orders) },
    {
      id: "paid",
      header: t("paid"),
      align: "end",
      card: "figure",
      cell: ({ paid }) => formatMoney(locale, paid),
    },
  ];
  return (
    <section className="mb-5">
      <h2 className="mb-3 font-semibold text-md">{t("sales")}</h2>
      {sales.length === 0 ? <p className="card p-(--pad-card) text-ink-2">{t("noSales")}</p> : null}
      {sales.length > 0 ? (
        <Table label={t("sales")} columns={columns} rows={sales} rowKey={({ paid }) => paid.currency} />
      ) : null}
    </section>
  );
}
