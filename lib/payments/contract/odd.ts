import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { Money, rupiah } from "@/lib/kernel/money";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { textBlock } from "@/lib/kernel/text";
import { NoticeOutcome } from "./gateway";

const NOTICE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9ec1";
const INVOICE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e71";
const AT = "2026-11-21T03:00:00.000Z";

/** What a person has to look into. */
export const OddOutcome = NoticeOutcome.extract(["unknown_invoice", "other_currency", "already_paid", "taken_back"]);

export const OddNotice = z
  .strictObject({
    id: z.uuid(),
    orderRef: z.string().describe("What the gateway calls its order: an invoice's number, or what stands for one."),
    status: z.string().describe("In the gateway's own words."),
    outcome: OddOutcome,
    amount: Money,
    invoice: z
      .strictObject({ id: z.uuid(), number: z.string(), payerName: z.string(), currency: z.string() })
      .nullable(),
    closed: z
      .strictObject({ by: z.string(), at: Instant, note: z.string() })
      .nullable()
      .describe("Who dealt with it, and what was done."),
    createdAt: Instant,
  })
  .meta({
    examples: [
      {
        id: NOTICE_ID,
        orderRef: "INV-7K2M9CX",
        status: "settlement",
        outcome: "already_paid" as const,
        amount: rupiah(5_000_000),
        closed: null,
        createdAt: AT,
        invoice: { id: INVOICE_ID, number: "INV-7K2M9CX", payerName: "Hendra Wijaya", currency: "IDR" },
      },
    ],
  });
export type OddNotice = z.output<typeof OddNotice>;
export const OddNoticePage = pageOf(OddNotice);
export const ListOddNotices = z.strictObject({ ...PageInput.shape, closed: z.stringbool().default(false) });
export type ListOddNotices = z.output<typeof ListOddNotices>;
export const CloseNotice = z
  .strictObject({ id: z.uuid(), note: textBlock(500).describe("What was done about it.") })
  .meta({ examples: [{ id: NOTICE_ID, note: "Given back at the gateway." }] });
