"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Act, type Answer, useAct } from "@/components/journey/use-act";
import { saveFile, toCsv } from "@/components/shell/csv";
import { Button } from "@/components/ui/button";
import type { InvoiceRow } from "@/lib/invoices/contract/invoice";
import { writeAmount } from "@/lib/kernel/amounts";
import type { InvoiceViewName } from "./invoice-views";

type Narrowing = { q?: string | undefined; view?: InvoiceViewName };
type Page = { data: InvoiceRow[]; nextCursor: string | null };
type ExportInvoicesProps = { query: Narrowing; read: Act<Narrowing & { limit: number; cursor?: string }, Page> };

/** The list as it is narrowed now, page by page, as a file. Amounts as plain figures, times in UTC. */
export function ExportInvoices({ query: { q, view }, read }: ExportInvoicesProps) {
  const t = useTranslations("payments");
  const { busy, act } = useAct();
  const readAll = async (): Promise<Answer<InvoiceRow[]>> => {
    const all: InvoiceRow[] = [];
    let cursor: string | undefined;
    do {
      const narrowed = { ...(q ? { q } : {}), ...(view ? { view } : {}) };
      const page = await read({ ...narrowed, limit: 100, ...(cursor ? { cursor } : {}) });
      if (!page.ok) return page;
      all.push(...page.value.data);
      cursor = page.value.nextCursor ?? undefined;
    } while (cursor);
    return { ok: true, value: all };
  };
  const save = (rows: InvoiceRow[]) => {
    const head = (["number", "payer", "title", "due", "currency", "total", "paid", "state"] as const).map((key) =>
      t(`columns.${key}`),
    );
    const lines = rows.map((one) => [
      ...[one.number, one.payerName, one.title, one.dueAt?.toISOString() ?? "", one.currency],
      ...[writeAmount(one.total, one.currency), writeAmount(one.paid, one.currency), t(`look.${one.state}`)],
    ]);
    saveFile("invoices.csv", toCsv([head, ...lines]));
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
