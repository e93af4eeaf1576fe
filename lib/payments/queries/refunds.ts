import { mayListInvoices } from "@/lib/invoices/policy";
import { moneyIn } from "@/lib/kernel/amounts";
import type { Work } from "@/lib/kernel/call";
import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { ListRefunds, type Refund } from "../contract/refund";
import { mayDecideRefund } from "../policy";
import { listRefundRows, type RefundRow } from "../store/refunds";

/** Plain verb: a refund for its reader. */
export const asRefund = (work: Work, row: RefundRow): Refund => ({
  id: row.id,
  invoiceId: row.invoiceId,
  invoiceNumber: row.invoiceNumber,
  payerName: row.payerName,
  amount: moneyIn(row.currency)(row.amount),
  why: row.why,
  state: row.state,
  note: row.note,
  requestedBy: row.requestedBy,
  requestedByName: row.requestedByName ?? "",
  mayDecide: !work.readOnly && row.state === "requested" && mayDecideRefund(work.actor, row),
  decidedAt: row.decidedAt,
  createdAt: row.createdAt,
});

/** Refunds within the caller's reach, the newest first. */
export const listRefunds = query({
  name: "payments.list_refunds",
  input: ListRefunds,
  load: nothing,
  allow: mayListInvoices,
  run: async (work, input) => {
    const page = await listRefundRows(work, input);
    return { ...page, data: page.data.map((row) => asRefund(work, row)) };
  },
});
