"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useChosen } from "@/components/shell/chosen";
import { Avatar } from "@/components/ui/avatar";
import { Link } from "@/components/ui/link";
import { useSums } from "@/components/ui/sums";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import type { BookingRow } from "@/lib/bookings/contract/booking";
import { formatPercent, formatShortDate } from "@/lib/i18n/formats";
import { type BulkActs, BulkBar, type Outcome, Outcomes } from "./bulk-bar";
import { BookingBadge } from "./status-badge";

type BookingsTableProps = {
  bookings: readonly BookingRow[];
  /** By booking, the address of the list with it open beside. */
  hrefs: Readonly<Record<string, string>>;
  /** Absent: may only look. */
  bulk: BulkActs | null;
  openId?: string;
  /** Server time, ms. */
  now: number;
  footer?: ReactNode;
  empty: ReactNode;
};

/** Who pays, for what, how much of it, and the one state. Beside an open booking the departure stands under the name. */
export function BookingsTable({ bookings, hrefs, bulk, openId, now, footer, empty }: BookingsTableProps) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  const day = ({ startsAt, timeZone: zone }: BookingRow) => formatShortDate(locale, startsAt, { zone });
  const sums = useSums(bookings);
  const { chosen, isChosen, column, clear } = useChosen(bookings);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const over = (told: readonly Outcome[]) => {
    setOutcomes(told);
    clear();
  };
  const columns: Column<BookingRow>[] = [
    ...(bulk
      ? [column({ all: t("bulk.all"), one: ({ payerName, code }) => t("bulk.one", { name: payerName, code }) })]
      : []),
    {
      id: "payer",
      header: t("columns.payer"),
      card: "title",
      cell: (booking) => (
        <Link href={hrefs[booking.id] ?? ""} scroll={false} className="flex min-h-10 items-center gap-3">
          {openId ? null : <Avatar name={booking.payerName} size={30} className="max-md:hidden" />}
          <TwoLines
            first={<bdi>{booking.payerName}</bdi>}
            second={
              <>
                <bdi dir="ltr">{booking.code}</bdi>&nbsp;· {t("pilgrims", { count: booking.pilgrims })}
                <span className={openId ? "block" : "block md:hidden"}>
                  <bdi>{booking.packageName}</bdi>&nbsp;· <span className="inline-block">{day(booking)}</span>
                </span>
              </>
            }
          />
        </Link>
      ),
    },
    {
      id: "departure",
      header: t("columns.departure"),
      cell: (booking) => (
        <span className="flex flex-col">
          <span>
            <bdi>{booking.packageName}</bdi>
          </span>
          <span className="text-ink-3">{day(booking)}</span>
        </span>
      ),
    },
    sums({
      id: "owed",
      header: t("columns.owed"),
      card: "figure",
      money: ({ owed }) => owed,
      cell: (sum, { status }) => (
        <span className={status === "cancelled" ? "text-ink-3 line-through" : "font-semibold"}>{sum}</span>
      ),
    }),
    {
      id: "paid",
      header: t("columns.paid"),
      cell: ({ owed, paid }) => <PaidShare share={owed.amount > 0 ? paid.amount / owed.amount : 0} />,
    },
    {
      id: "status",
      header: t("columns.status"),
      card: "badge",
      cell: (booking) => <BookingBadge booking={booking} now={now} />,
    },
  ];
  const shown = openId ? columns.filter(({ id }) => id !== "departure") : columns;
  return (
    <>
      {bulk && chosen.length > 0 ? <BulkBar {...{ chosen, over }} acts={bulk} /> : null}
      <Outcomes told={outcomes} close={() => setOutcomes([])} />
      <Table
        label={t("title")}
        columns={shown}
        {...{ footer, empty }}
        rows={bookings}
        rowKey={({ id }) => id}
        selected={(row) => row.id === openId || isChosen(row)}
      />
    </>
  );
}

function PaidShare({ share }: { share: number }) {
  const locale = useLocale();
  return (
    <span className="flex items-center gap-2.5">
      <span aria-hidden className="block h-1.5 w-11 flex-none overflow-clip rounded-xs bg-chip">
        <span className="block h-full bg-d1" style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
      <span className="tn text-ink-2">{formatPercent(locale, share)}</span>
    </span>
  );
}
