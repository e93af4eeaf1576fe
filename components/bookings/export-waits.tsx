"use client";

import { useTranslations } from "next-intl";
import { type Exported, ExportList } from "@/components/shell/export-list";
import type { ListWaits, WaitingRow } from "@/lib/bookings/contract/waitlist";

type Narrowing = Partial<Pick<ListWaits, "q" | "status" | "sort">>;

/** Who waits for seats, as a file. */
export function ExportWaits(props: Exported<Narrowing, WaitingRow>) {
  const t = useTranslations("bookings");
  const head = [
    ...[t("wait.person"), t("field.phone"), t("columns.departure"), t("columns.leaves"), t("columns.pilgrims")],
    ...[t("wait.since"), t("columns.status")],
  ];
  const linesOf = ({ personName, phone, packageName, startsAt, seats, createdAt, status }: WaitingRow) => [
    [
      ...[personName, phone ?? "", packageName, startsAt.toISOString(), String(seats)],
      ...[createdAt.toISOString(), t(`waitStatus.${status}`)],
    ],
  ];
  return <ExportList file="waiting.csv" {...{ head, linesOf }} {...props} />;
}
