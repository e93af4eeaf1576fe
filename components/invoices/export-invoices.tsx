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
  const linesOf = ({ number, payerName, title, dueAt, total, paid, state }: InvoiceRow) => [
    [
      ...[number, payerName, title, dueAt?.toISOString() ?? "", total.currency],
      ...[writeAmount(total.amount, total.currency), writeAmount(paid.amount, paid.currency), t(`look.${state}`)],
    ],
  ];
  return <ExportList file="invoices.csv" {...{ head, linesOf }} {...props} />;
}
