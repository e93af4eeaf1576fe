"use client";

import { useTranslations } from "next-intl";
import { type Exported, ExportList } from "@/components/shell/export-list";
import type { InvoiceRow } from "@/lib/invoices/contract/invoice";
import { writeAmount } from "@/lib/kernel/amounts";
import type { InvoiceViewName } from "./invoice-views";

type Narrowing = { q?: string | undefined; view?: InvoiceViewName };

/** Invoices as a file. */
export function ExportInvoices(props: Exported<Narrowing, InvoiceRow>) {
  const t = useTranslations("payments");
  const keys = ["number", "payer", "title", "due", "currency", "total", "paid", "state"] as const;
  const head = keys.map((key) => t(`columns.${key}`));
  const linesOf = (one: InvoiceRow) => [
    [
      ...[one.number, one.payerName, one.title, one.dueAt?.toISOString() ?? "", one.currency],
      ...[writeAmount(one.total, one.currency), writeAmount(one.paid, one.currency), t(`look.${one.state}`)],
    ],
  ];
  return <ExportList file="invoices.csv" {...{ head, linesOf }} {...props} />;
}
