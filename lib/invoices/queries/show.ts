import { findBankAccounts } from "@/lib/agencies/queries/agency";
import { moneyIn } from "@/lib/kernel/amounts";
import type { Work } from "@/lib/kernel/call";
import type { Invoice } from "../contract/invoice";
import { mayKeepInvoice } from "../policy";
import { standInstalments } from "../rules";
import { findAsk } from "../store/asks";
import { listInstalments } from "../store/instalments";
import { asRow, findInvoice, listLines } from "../store/invoices";
import { listPayments } from "../store/payments";

/** Plain verb: an invoice as whoever may see it sees it. @throws Fault `invoice_not_found` */
export async function showInvoice(work: Work, id: string): Promise<Invoice> {
  const row = await findInvoice(work, id);
  const [lines, parts, payments, ask, accounts] = await Promise.all([
    listLines(work, id),
    listInstalments(work, id),
    listPayments(work, id),
    findAsk(work, id),
    findBankAccounts(work, row.currency),
  ]);
  const money = moneyIn(row.currency);
  return {
    ...asRow(row),
    payer: { userId: row.payerUserId, name: row.payerName, email: row.payerEmail, phone: row.payerPhone },
    lines: lines.map((line) => ({ ...line, amount: money(line.amount) })),
    payments: payments.map((one) => ({ ...one, amount: money(one.amount), rounding: money(one.rounding) })),
    accounts,
    remindedAt: row.remindedAt,
    instalments: standInstalments(parts, row.paid, work.now).map((one) => ({
      ...one,
      amount: money(one.amount),
      paid: money(one.paid),
    })),
    transfer: ask ? { amount: money(ask.amount), base: money(ask.base) } : null,
    mayKeep: mayKeepInvoice(work.actor, row),
  };
}
