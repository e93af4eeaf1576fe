import { z } from "zod";
import { InvoiceState, Reminder, Subject } from "@/lib/invoices/contract/invoice";
import { Instant } from "@/lib/kernel/clock";
import { Money, PositiveMoney, rupiah, Sum } from "@/lib/kernel/money";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { textBlock } from "@/lib/kernel/text";

const PROOF_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e81";
const INVOICE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e71";
const BOOKING_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e50";
const AT = "2026-11-21T03:00:00.000Z";

export const ProofState = z.enum(["submitted", "second_look", "approved", "rejected", "asked"]);
export type ProofState = z.output<typeof ProofState>;

/** One thing that was checked by the machine; a person decides. */
export const Check = z.strictObject({
  name: z.enum(["amount", "bank", "picture", "seat", "second_person"]),
  verdict: z.enum(["ok", "doubt", "bad", "unknown", "open"]),
  code: z.string().describe("What was found: the words for it are the reader's."),
  about: z.string().nullable().describe("An invoice's number, a day, or a person, where the words name one."),
  amount: Money.nullable(),
});
export type Check = z.output<typeof Check>;

export const Proof = z
  .strictObject({
    id: z.uuid(),
    invoice: z.strictObject({
      id: z.uuid(),
      number: z.string(),
      title: z.string(),
      subject: Subject,
      payerName: z.string(),
      total: Money,
      paid: Money,
      state: InvoiceState,
      dueAt: Instant.nullable(),
      reach: Reminder.shape.by.nullable().describe("How the payer hears of it; null: they left no way to be told."),
    }),
    amount: Money.describe("What is said to have been sent."),
    type: z.string().describe("Of its file; `cash`: money taken by hand, which has none."),
    state: ProofState,
    reason: z.string().nullable(),
    sentBy: z.string().describe("Who uploaded it."),
    review: z
      .strictObject({ userId: z.uuid(), name: z.string(), endsAt: Instant })
      .nullable()
      .describe("Who has it on the desk; the seats are held as long."),
    firstBy: z.string().nullable().describe("Who said yes first, where two must."),
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
    checks: z.array(Check).describe("For the desk; empty for everybody else."),
    mayDecide: z.boolean(),
    isOwn: z.boolean().describe("The reader sent it for somebody else: another person approves it."),
    undoUntil: Instant.nullable().describe(
      "Until then the reader may take back what they decided, if nothing followed.",
    ),
    createdAt: Instant,
  })
  .meta({
    examples: [
      {
        id: PROOF_ID,
        invoice: {
          id: INVOICE_ID,
          number: "INV-7K2M9CX",
          title: "Umrah Akhir Tahun",
          subject: { kind: "booking", id: BOOKING_ID },
          payerName: "Hendra Wijaya",
          total: rupiah(34_500_000),
          paid: rupiah(5_000_000),
          state: "part_paid",
          dueAt: AT,
          reach: "app",
        },
        amount: rupiah(8_500_417),
        type: "image/webp",
        state: "submitted",
        reason: null,
        sentBy: "Hendra Wijaya",
        review: null,
        firstBy: null,
        decidedBy: null,
        decidedAt: null,
        checks: [{ name: "amount", verdict: "ok", code: "code_fits", about: "417", amount: rupiah(8_500_417) }],
        mayDecide: true,
        isOwn: false,
        undoUntil: null,
        createdAt: AT,
      },
    ],
  });
export type Proof = z.output<typeof Proof>;
export const ProofPage = pageOf(Proof);

export const UploadProof = z.strictObject({
  id: z.uuid(),
  file: z.instanceof(Uint8Array),
  amount: z.coerce.number().pipe(Sum).optional().describe("Of a form; without it, what the invoice asks for now."),
});
export type UploadProof = z.output<typeof UploadProof>;

export const EnterCash = z
  .strictObject({
    id: z.uuid().describe("The invoice."),
    cashId: z.uuid().describe("Made by whoever enters it: sent again, it is the same money."),
    amount: PositiveMoney.describe("What was counted; no more than is still owed."),
  })
  .meta({ examples: [{ id: INVOICE_ID, cashId: PROOF_ID, amount: rupiah(5_000_000) }] });

export const ProofRef = z.strictObject({ id: z.uuid() });
export const VerifyProof = z
  .strictObject({
    id: z.uuid(),
    decision: z.enum(["approve", "reject", "ask"]),
    reason: textBlock(500).optional().describe("Needed to reject, and to ask for a better one."),
    amount: PositiveMoney.optional().describe("What really came, where that is not what was said."),
    again: z
      .literal(true)
      .optional()
      .describe("It is other money than the same amount that another way brought this week."),
  })
  .meta({ examples: [{ id: PROOF_ID, decision: "reject", reason: "The picture can't be read." }] });
export type VerifyProof = z.output<typeof VerifyProof>;

/** What the desk's queues hold. */
export const ProofQueue = z.enum(["to_check", "second_look", "done", "all"]);
export const ListProofs = z.strictObject({
  ...PageInput.shape,
  status: ProofState.optional(),
  queue: ProofQueue.default("all"),
  invoiceId: z.uuid().optional(),
  q: z.string().trim().max(120).optional().describe("Payer's name or the invoice's number."),
});
export type ListProofs = z.output<typeof ListProofs>;

export const ProofLink = z
  .strictObject({ url: z.string(), type: z.string(), expiresAt: Instant })
  .meta({ examples: [{ url: `/api/v1/proofs/${PROOF_ID}/file?pass=…`, type: "image/webp", expiresAt: AT }] });
export type ProofLink = z.output<typeof ProofLink>;
export const ReadProofFile = z.strictObject({ id: z.uuid(), pass: z.string().max(120) });
export const DeskCounts = z
  .strictObject({
    toCheck: z.number().int(),
    secondLook: z.number().int(),
    waiting: z.array(Money).describe("Of each currency what is said to have been sent."),
  })
  .meta({ examples: [{ toCheck: 14, secondLook: 2, waiting: [rupiah(412_500_000)] }] });
export type DeskCounts = z.output<typeof DeskCounts>;
