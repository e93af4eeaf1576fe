import { readReceipt } from "@/lib/invoices/queries/receipt";
import { endpoint } from "@/server/doors/http";
import { answerReceipt, paperAnswers } from "@/server/doors/paper";

export const GET = endpoint(readReceipt, {
  respond: answerReceipt,
  answers: paperAnswers,
  status: 200,
  summary: "A receipt as PDF, in the language that is asked for",
});
