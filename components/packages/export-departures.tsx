"use client";

import { useTranslations } from "next-intl";
import { type Exported, ExportList } from "@/components/shell/export-list";
import { writeAmount } from "@/lib/kernel/amounts";
import type { Departure, ListDepartures } from "@/lib/packages/contract/departure";

type Narrowing = Partial<Pick<ListDepartures, "q" | "when" | "status" | "sort">>;

/** Departures with their seats as a file. */
export function ExportDepartures(props: Exported<Narrowing, Departure>) {
  const t = useTranslations("packages");
  const head = [
    ...[t("departures.package"), t("field.city"), t("field.startsAt"), t("field.endsAt"), t("columns.seats")],
    ...(["sold", "held", "left"] as const).map((key) => t(`columns.${key}`)),
    ...[t("departures.from"), t("columns.currency"), t("departures.state")],
  ];
  const linesOf = ({ packageName, city, startsAt, endsAt, seats, priceFrom, currency, status }: Departure) => [
    [
      ...[packageName, city, startsAt.toISOString(), endsAt.toISOString()],
      ...[seats.capacity, seats.sold, seats.held, seats.left].map(String),
      ...[priceFrom ? writeAmount(priceFrom.amount, currency) : "", currency, t(`status.${status}`)],
    ],
  ];
  return <ExportList file="departures.csv" {...{ head, linesOf }} {...props} />;
}
