import { z } from "zod";
import type { Letterhead } from "@/lib/agencies/contract/letterhead";
import { locales } from "@/lib/i18n/locales";
import type { Invoice } from "./invoice";

export const ReadReceipt = z.strictObject({
  id: z.uuid(),
  locale: z.enum(locales).optional().describe("Without it, the payer's own language, or the agency's."),
});
/** A receipt with what stands around it on paper. `code`: what the agency knows it by again. */
export type ReceiptPaper = {
  invoice: Invoice;
  agency: Letterhead;
  locale: string;
  code: string;
  printedAt: Date;
};
