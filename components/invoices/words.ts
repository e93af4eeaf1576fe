import { useLocale, useTranslations } from "next-intl";
import type { Status } from "@/components/ui/badge";
import { formatMoney, formatNumber, formatShortDate } from "@/lib/i18n/formats";
import type { InvoiceLine, InvoiceRow } from "@/lib/invoices/contract/invoice";
import { nameLine, overOf } from "@/lib/invoices/rules";
import type { Money } from "@/lib/kernel/money";

type Standing = Pick<InvoiceRow, "state" | "paid" | "total" | "dueAt">;
export type Look = "over" | "late" | InvoiceRow["state"];
/** What stands on an invoice's badge. `now`: server time, ms. */
export function lookOf(invoice: Standing, now: number): Look {
  const { state, dueAt } = invoice;
  if (overOf(invoice) > 0) return "over";
  if ((state === "open" || state === "part_paid") && dueAt && dueAt.getTime() < now) return "late";
  return state;
}
export const LOOK_STATUS: Record<Look, Status> = {
  over: "warn",
  late: "bad",
  open: "waiting",
  part_paid: "scheduled",
  paid: "ok",
  void: "cancelled",
};

/** Money, days and lines of invoices as this reader reads them. */
export function useInvoiceWords(zone = "UTC") {
  const t = useTranslations("payments");
  const words = useTranslations("packages");
  const locale = useLocale();
  const lineOf = (line: InvoiceLine) =>
    nameLine(line, {
      fell: (kind) => t(`line.${kind}`),
      passenger: (type) => words(`passenger.${type as "adult"}`),
      room: (type) => words(`room.${type as "quad"}`),
      count: (quantity) => formatNumber(locale, quantity),
    });
  return {
    t,
    lineOf,
    money: (sum: Money) => formatMoney(locale, sum),
    day: (at: Date) => formatShortDate(locale, at, { zone, year: true }),
  };
}
