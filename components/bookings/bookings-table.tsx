import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import type { BookingRow } from "@/lib/bookings/contract/booking";
import { formatMoney, formatPercent, formatShortDate } from "@/lib/i18n/formats";
import { BookingBadge } from "./status-badge";

type BookingsTableProps = {
  bookings: readonly BookingRow[];
  /** The address of the list with this booking open beside it. */
  hrefOf: (id: string) => string;
  openId?: string;
  footer?: ReactNode;
  empty: ReactNode;
};

/** Who pays, for what, how much of it, and the one state. */
export function BookingsTable({ bookings, hrefOf, openId, footer, empty }: BookingsTableProps) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  const columns: Column<BookingRow>[] = [
    {
      id: "payer",
      header: t("columns.payer"),
      cell: ({ id, payerName, code, pilgrims }) => (
        <Link href={hrefOf(id)} className="block min-h-10">
          <TwoLines
            first={<bdi className="font-semibold">{payerName}</bdi>}
            second={
              <>
                <bdi dir="ltr">{code}</bdi> · {t("pilgrims", { count: pilgrims })}
              </>
            }
          />
        </Link>
      ),
    },
    {
      id: "departure",
      header: t("columns.departure"),
      cell: ({ packageName, startsAt, timeZone: zone }) => (
        <TwoLines first={<bdi>{packageName}</bdi>} second={formatShortDate(locale, startsAt, { zone })} />
      ),
    },
    {
      id: "owed",
      header: t("columns.owed"),
      align: "end",
      card: "figure",
      cell: ({ owed, currency }) => formatMoney(locale, { amount: owed, currency }),
    },
    {
      id: "paid",
      header: t("columns.paid"),
      align: "end",
      cell: ({ owed, paid }) => formatPercent(locale, owed > 0 ? paid / owed : 0),
    },
    { id: "status", header: t("columns.status"), card: "badge", cell: (booking) => <BookingBadge booking={booking} /> },
  ];
  return (
    <Table
      label={t("title")}
      {...{ columns, footer, empty }}
      rows={bookings}
      rowKey={({ id }) => id}
      selected={({ id }) => id === openId}
    />
  );
}
