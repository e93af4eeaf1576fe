import { askPayment, issueInvoice, voidInvoice } from "@/lib/invoices/commands/issue";
import type { Work } from "@/lib/kernel/call";
import { tidy } from "@/lib/kernel/text";
import type { NewLine, NewOrder } from "../store/orders";

// An order and its invoice: the order says what is bought, the invoice keeps what is owed and what came in for it.

const subjectOf = (id: string) => ({ kind: "order" as const, id });

/** One invoice, all of it due while the stock is kept, asked for by an amount of its own. */
export async function openOrderInvoice(work: Work, order: NewOrder, lines: readonly NewLine[]): Promise<void> {
  const { id, code, branchId, buyerUserId: userId, buyerName: name, buyerPhone: phone, currency } = order;
  const until = order.holdEndsAt ?? work.now;
  await issueInvoice(work, {
    subject: subjectOf(id),
    code,
    title: tidy(
      lines
        .map(({ label }) => label)
        .join(" · ")
        .slice(0, 200),
    ),
    branchId,
    payer: { userId, name, email: null, phone },
    currency,
    lines: lines.map(({ label, quantity, price }) => ({
      kind: "item" as const,
      label,
      quantity,
      amount: price * quantity,
      detail: null,
    })),
    deposit: 0,
    depositBy: until,
    settleBy: until,
    neededAt: null,
  });
  await askPayment(work, subjectOf(id));
}

/** Nothing is owed for it any more. */
export const endOrderInvoice = (work: Work, id: string): Promise<void> => voidInvoice(work, subjectOf(id));
