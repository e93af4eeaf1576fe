import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { Money, rupiah } from "@/lib/kernel/money";
import { PageInput, pageOf } from "@/lib/kernel/page";

const INVOICE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e71";
const BOOKING_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e50";
const AT = "2026-11-21T03:00:00.000Z";

export const InvoiceState = z.enum(["open", "part_paid", "paid", "void"]);
export type InvoiceState = z.output<typeof InvoiceState>;
export const InstalmentState = z.enum(["paid", "due", "late"]);
export type InstalmentState = z.output<typeof InstalmentState>;

export const SubjectKind = z.enum(["booking", "order"]);
export const Subject = z.strictObject({ kind: SubjectKind, id: z.uuid() });
/** What an invoice is for. */
export type Subject = z.output<typeof Subject>;

/** By when how much, minor units. */
export type Part = { amount: number; dueAt: Date };

export const LineKind = z.enum(["fare", "cancelled", "kept", "item"]);
export const InvoiceLine = z.strictObject({
  kind: LineKind,
  label: z.string().describe("The package or the product, as it was called that day."),
  quantity: z.number().int(),
  amount: Money.describe("Of the whole line; what was taken back is below zero."),
  detail: z.strictObject({ roomType: z.string(), passengerType: z.string() }).nullable(),
});
export type InvoiceLine = z.output<typeof InvoiceLine>;
/** A line as it is handed over and kept: its amount in minor units of its invoice's currency. */
export type BilledLine = Omit<InvoiceLine, "amount"> & { amount: number };

/** Who is asked for it, and where they are found. */
export const Payer = z.strictObject({
  userId: z.uuid().nullable(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});
export type Payer = z.output<typeof Payer>;

/** What a booking or an order hands over to be paid; amounts in minor units of `currency`. */
export type NewInvoice = {
  subject: Subject;
  /** What is said on the telephone: the invoice is called after it. */
  code: string;
  title: string;
  branchId: string | null;
  payer: Payer;
  currency: string;
  lines: readonly BilledLine[];
  /** Due by `depositBy`; 0 where all of it is due by `settleBy`. */
  deposit: number;
  depositBy: Date;
  settleBy: Date;
  /** The day of what is paid for, if it has one. */
  neededAt: Date | null;
};

const row = {
  id: z.uuid(),
  number: z.string().describe("INV-7K2M9CX"),
  subject: Subject,
  title: z.string(),
  payerName: z.string(),
  total: Money,
  paid: Money.describe("What the ledger says came in, less what went back."),
  state: InvoiceState,
  dueAt: Instant.nullable().describe("When the next instalment is due."),
  createdAt: Instant,
};
const ROW = {
  id: INVOICE_ID,
  number: "INV-7K2M9CX",
  subject: { kind: "booking", id: BOOKING_ID },
  title: "Umrah Akhir Tahun",
  payerName: "Hendra Wijaya",
  total: rupiah(34_500_000),
  paid: rupiah(5_000_000),
  state: "part_paid",
  dueAt: AT,
  createdAt: AT,
} as const;
export const InvoiceRow = z.strictObject(row).meta({ examples: [ROW] });
export type InvoiceRow = z.output<typeof InvoiceRow>;
export const InvoicePage = pageOf(InvoiceRow);

export const PaymentSource = z.enum(["proof", "bank_line", "gateway", "cash", "savings", "refund", "reversal"]);
export type PaymentSource = z.output<typeof PaymentSource>;
export const Payment = z.strictObject({
  id: z.uuid(),
  amount: Money.describe("Below zero: it went back, or was booked by mistake."),
  rounding: Money.describe("Of it, what the transfer's code brought above what was owed: rounded off."),
  source: PaymentSource,
  movedAt: Instant,
});
export type Payment = z.output<typeof Payment>;

const full = {
  ...row,
  payer: Payer,
  lines: z.array(InvoiceLine),
  instalments: z.array(z.strictObject({ amount: Money, dueAt: Instant, paid: Money, state: InstalmentState })),
  payments: z.array(Payment),
  transfer: z
    .strictObject({ amount: Money, base: Money })
    .nullable()
    .describe("The exact amount to transfer: no other open invoice of the agency asks for the same."),
  accounts: z
    .array(z.strictObject({ bankName: z.string(), accountHolder: z.string(), accountNumber: z.string() }))
    .describe("Where it may be sent."),
  remindedAt: Instant.nullable().describe("When the office last asked for it."),
  mayKeep: z.boolean().describe("The caller is of the desk that keeps it."),
};
const FULL = {
  ...ROW,
  payer: { userId: null, name: "Hendra Wijaya", email: null, phone: "+628123456789" },
  lines: [
    {
      kind: "fare",
      label: "Umrah Akhir Tahun",
      quantity: 1,
      amount: rupiah(34_500_000),
      detail: { roomType: "quad", passengerType: "adult" },
    },
  ],
  instalments: [{ amount: rupiah(5_000_000), dueAt: AT, paid: rupiah(5_000_000), state: "paid" }],
  payments: [{ id: BOOKING_ID, amount: rupiah(5_000_000), rounding: rupiah(0), source: "proof", movedAt: AT }],
  transfer: { amount: rupiah(29_500_417), base: rupiah(29_500_000) },
  accounts: [{ bankName: "BCA", accountHolder: "PT Nurani Wisata", accountNumber: "8001234567" }],
  remindedAt: null,
  mayKeep: false,
} as const;
export const Invoice = z.strictObject(full).meta({ examples: [FULL] });
export type Invoice = z.output<typeof Invoice>;

/** Who was reminded, and by which way: under the bell of their login, by mail or by SMS. */
export const Reminder = z.strictObject({
  at: Instant,
  name: z.string(),
  by: z.enum(["app", "mail", "sms"]),
  to: z.string().nullable().describe("The address or the number; null under the bell."),
});
export type Reminder = z.output<typeof Reminder>;
export const REMINDER = { at: AT, name: "Hendra Wijaya", by: "sms", to: "+628123456789" } as const;
export const RemindedInvoice = z
  .strictObject({ ...full, reminder: Reminder })
  .meta({ examples: [{ ...FULL, remindedAt: AT, reminder: REMINDER }] });
export type RemindedInvoice = z.output<typeof RemindedInvoice>;

export const InvoiceRef = z.strictObject({ id: z.uuid() });
export const RemindInvoice = InvoiceRef.meta({ examples: [{ id: INVOICE_ID }] });
export const AskTransfer = z
  .strictObject({ id: z.uuid(), pay: z.enum(["next", "all"]).default("next") })
  .meta({ examples: [{ id: INVOICE_ID, pay: "next" }] });

/** The saved views of the office. */
export const InvoiceView = z.enum(["all", "to_pay", "late", "paid", "over", "void"]);
export const InvoiceSort = z.enum(["newest", "due"]);
export const ListInvoices = z.strictObject({
  ...PageInput.shape,
  q: z.string().trim().max(120).optional().describe("Payer's name, the number, or what it is for."),
  state: InvoiceState.optional(),
  view: InvoiceView.default("all"),
  subjectId: z.uuid().optional(),
  sort: InvoiceSort.default("newest"),
  mine: z.stringbool().default(false).describe("Only those I pay."),
});
export type ListInvoices = z.output<typeof ListInvoices>;
/** What narrows the office's list. */
export const SumInvoices = ListInvoices.pick({ q: true, view: true, sort: true });
export type SumInvoices = z.output<typeof SumInvoices>;
/** What the invoices of a list come to in one currency, minor units; of what is void nothing counts but that it is there. */
export type InvoiceSum = { currency: string; count: number; owed: number; paid: number; rest: number };
