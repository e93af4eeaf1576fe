"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Act, type Answer, useAct } from "@/components/journey/use-act";
import { saveFile, toCsv } from "@/components/shell/csv";
import { Button } from "@/components/ui/button";
import type { BookingRow, ListBookings } from "@/lib/bookings/contract/booking";

type Narrowing = {
  q?: string | undefined;
  view?: ListBookings["view"];
  sort?: ListBookings["sort"];
  departureId?: string;
};
type Page = { data: BookingRow[]; nextCursor: string | null };
type ExportBookingsProps = {
  query: Narrowing;
  read: Act<Narrowing & { limit: number; cursor?: string }, Page>;
};

/** The list as it is narrowed now, page by page, as a file. Amounts in minor units, times in UTC. */
export function ExportBookings({ query: { q, view, sort, departureId }, read }: ExportBookingsProps) {
  const t = useTranslations("bookings");
  const { busy, act } = useAct();
  const readAll = async (): Promise<Answer<BookingRow[]>> => {
    const all: BookingRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await read({
        ...(q ? { q } : {}),
        ...(view ? { view } : {}),
        ...(sort ? { sort } : {}),
        ...(departureId ? { departureId } : {}),
        limit: 100,
        ...(cursor ? { cursor } : {}),
      });
      if (!page.ok) return page;
      all.push(...page.value.data);
      cursor = page.value.nextCursor ?? undefined;
    } while (cursor);
    return { ok: true, value: all };
  };
  const save = (rows: BookingRow[]) => {
    const head = (
      ["code", "payer", "departure", "leaves", "pilgrims", "currency", "owed", "paid", "status"] as const
    ).map((key) => t(`columns.${key}`));
    const lines = rows.map((one) => [
      ...[one.code, one.payerName, one.packageName, one.startsAt.toISOString(), String(one.pilgrims)],
      ...[one.currency, String(one.owed), String(one.paid), t(`status.${one.status}`)],
    ]);
    saveFile("bookings.csv", toCsv([head, ...lines]));
  };
  return (
    <Button
      icon={<Download aria-hidden size={16} />}
      busy={busy && t("exporting")}
      onClick={() => act(readAll, { done: save })}
    >
      {t("export")}
    </Button>
  );
}
