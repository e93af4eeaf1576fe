import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { KnownCurrency, Money, rupiah } from "@/lib/kernel/money";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { line } from "@/lib/kernel/text";

const LINE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9eb1";
const INVOICE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e71";
const AT = "2026-11-21T03:00:00.000Z";

export const MOST_LINES = 5_000;
/** Of any kind: money out, and what stands above the heads, too. */
const MOST_ROWS = 20_000;
export const ImportStatement = z
  .strictObject({
    name: line(200).describe("The file's name."),
    csv: z
      .string()
      .min(1)
      .max(2_000_000)
      .refine((csv) => csv.split("\n", MOST_ROWS + 1).length <= MOST_ROWS, { error: "too_big" })
      .describe("As the bank gives it: a date, what came in, and the text."),
    currency: KnownCurrency,
  })
  .meta({
    examples: [{ name: "mutasi.csv", csv: "Tanggal,Keterangan,Kredit\n21/11/2026,HENDRA,8500417", currency: "IDR" }],
  });

export const Imported = z
  .strictObject({
    fresh: z.number().int().describe("Lines of money in that were not known."),
    known: z.number().int().describe("Lines that another file had brought."),
    matched: z.number().int().describe("Fresh ones whose amount one invoice asked for."),
    unread: z.number().int().describe("Lines that could not be read, or of money out."),
  })
  .meta({ examples: [{ fresh: 14, known: 3, matched: 11, unread: 6 }] });
export type Imported = z.output<typeof Imported>;

export const BankLine = z
  .strictObject({
    id: z.uuid(),
    bookedOn: z.string(),
    amount: Money,
    text: z.string(),
    invoice: z
      .strictObject({ id: z.uuid(), number: z.string(), payerName: z.string() })
      .nullable()
      .describe("Which invoice asked for exactly this, or was paid by it."),
    isBooked: z.boolean(),
    undoUntil: Instant.nullable().describe(
      "Until then the reader may take back that they booked it, if nothing followed.",
    ),
    createdAt: Instant,
  })
  .meta({
    examples: [
      {
        id: LINE_ID,
        bookedOn: "2026-11-21",
        amount: rupiah(8_500_417),
        text: "TRSF HENDRA WIJAYA",
        invoice: { id: INVOICE_ID, number: "INV-7K2M9CX", payerName: "Hendra Wijaya" },
        isBooked: false,
        undoUntil: null,
        createdAt: AT,
      },
    ],
  });
export type BankLine = z.output<typeof BankLine>;
export const BankLinePage = pageOf(BankLine);
export const ListBankLines = z.strictObject({ ...PageInput.shape, booked: z.stringbool().default(false) });
export type ListBankLines = z.output<typeof ListBankLines>;
export const BankLineRef = z.strictObject({ id: z.uuid() });
export const MatchLine = z
  .strictObject({
    id: z.uuid(),
    invoiceId: z.uuid().optional().describe("Where the amount alone does not say it."),
    again: z
      .literal(true)
      .optional()
      .describe("It is other money than the same amount that another way brought this week."),
  })
  .meta({ examples: [{ id: LINE_ID }] });
export type MatchLine = z.input<typeof MatchLine>;
