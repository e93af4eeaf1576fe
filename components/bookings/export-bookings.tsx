"use client";

import { useTranslations } from "next-intl";
import { type Exported, ExportList } from "@/components/shell/export-list";
import type { BookingRow, ListBookings } from "@/lib/bookings/contract/booking";
import { writeAmount } from "@/lib/kernel/amounts";

type Narrowing = Partial<Pick<ListBookings, "q" | "view" | "sort" | "departureId">>;

/** Bookings as a file. */
export function ExportBookings(props: Exported<Narrowing, BookingRow>) {
  const t = useTranslations("bookings");
  const keys = ["code", "payer", "departure", "leaves", "pilgrims", "currency", "owed", "paid", "status"] as const;
  const head = keys.map((key) => t(`columns.${key}`));
  const linesOf = ({ owed, paid, ...one }: BookingRow) => [
    [
      ...[one.code, one.payerName, one.packageName, one.startsAt.toISOString(), String(one.pilgrims), owed.currency],
      ...[owed, paid].map(({ amount, currency }) => writeAmount(amount, currency)),
      t(`status.${one.status}`),
    ],
  ];
  return <ExportList file="bookings.csv" {...{ head, linesOf }} {...props} />;
}
