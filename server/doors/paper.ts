import { z } from "zod";
import type { ReceiptPaper } from "@/lib/invoices/contract/receipt";
import type { StatementPaper } from "@/lib/savings/contract/out";
import { drawReceipt } from "../papers/receipt";
import { drawStatement } from "../papers/statement";
import type { Media } from "./http";

export const paperAnswers: Media = {
  "application/pdf": z.string().meta({ format: "binary", description: "A document of A4 pages", examples: ["…"] }),
};

/** A PDF that is drawn while it is sent. */
export const answerPdf = (name: string, draw: () => Promise<Uint8Array<ArrayBuffer>>): Response =>
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
  answerPdf(`statement-${paper.statement.plan.id}`, () => drawStatement(paper));

export const answerReceipt = (paper: ReceiptPaper): Response =>
  answerPdf(`receipt-${paper.invoice.number}`, () => drawReceipt(paper));
