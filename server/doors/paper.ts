import { z } from "zod";
import type { ReceiptPaper } from "@/lib/invoices/contract/receipt";
import type { StatementPaper } from "@/lib/savings/contract/out";
import type { Media } from "./http";

export const paperAnswers: Media = {
  "application/pdf": z.string().meta({ format: "binary", description: "A document of A4 pages", examples: ["…"] }),
};

/** A PDF that is drawn while it is sent. Whoever prints none does not wait at a start for what draws them. */
const answerPdf = (name: string, draw: () => Promise<Uint8Array<ArrayBuffer>>): Response =>
  new Response(
    new ReadableStream<Uint8Array>({
      start: async (out) => {
        out.enqueue(await draw());
        out.close();
      },
    }),
    {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="${name}.pdf"`,
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    },
  );

export const answerStatement = (paper: StatementPaper): Response =>
  answerPdf(`statement-${paper.statement.plan.id}`, async () =>
    (await import("../papers/statement")).drawStatement(paper),
  );

export const answerReceipt = (paper: ReceiptPaper): Response =>
  answerPdf(`receipt-${paper.invoice.number}`, async () => (await import("../papers/receipt")).drawReceipt(paper));
