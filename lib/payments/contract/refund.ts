import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { Money, PositiveMoney, rupiah } from "@/lib/kernel/money";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { textBlock } from "@/lib/kernel/text";

const REFUND_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e91";
const INVOICE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e71";
const AT = "2026-11-21T03:00:00.000Z";

/** Money that nobody decided about is free again after so many days. */
export const REFUND_DAYS = 14;
export const RefundState = z.enum(["requested", "approved", "refused", "timed_out"]);
export type RefundState = z.output<typeof RefundState>;

export const RequestRefund = z
  .strictObject({ id: z.uuid().describe("The invoice."), amount: PositiveMoney, why: textBlock(500) })
  .meta({ examples: [{ id: INVOICE_ID, amount: rupiah(31_050_000), why: "Cancelled 33 days before departure." }] });
export const RefundRef = z.strictObject({ id: z.uuid() });
export const RefuseRefund = z
  .strictObject({ id: z.uuid(), note: textBlock(500) })
  .meta({ examples: [{ id: REFUND_ID, note: "The tier keeps ten percent." }] });

export const Refund = z
  .strictObject({
    id: z.uuid(),
    invoiceId: z.uuid(),
    invoiceNumber: z.string(),
    payerName: z.string(),
    amount: Money,
    why: z.string(),
    state: RefundState,
    note: z.string().nullable(),
    requestedBy: z.uuid(),
    requestedByName: z.string(),
    mayDecide: z.boolean(),
    decidedAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({
    examples: [
      {
        id: REFUND_ID,
        invoiceId: INVOICE_ID,
        invoiceNumber: "INV-7K2M9CX",
        payerName: "Hendra Wijaya",
        amount: rupiah(31_050_000),
        why: "Cancelled 33 days before departure.",
        state: "requested",
        note: null,
        requestedBy: INVOICE_ID,
        requestedByName: "Agus Pratama",
        mayDecide: true,
        decidedAt: null,
        createdAt: AT,
      },
    ],
  });
export type Refund = z.output<typeof Refund>;
export const RefundPage = pageOf(Refund);
export const ListRefunds = z.strictObject({
  ...PageInput.shape,
  state: RefundState.optional(),
  invoiceId: z.uuid().optional(),
});
export type ListRefunds = z.output<typeof ListRefunds>;
