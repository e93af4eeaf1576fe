import { readStatementPaper } from "@/lib/savings/queries/paper";
import { endpoint } from "@/server/doors/http";
import { answerStatement, paperAnswers } from "@/server/doors/paper";

export const GET = endpoint(readStatementPaper, {
  respond: answerStatement,
  answers: paperAnswers,
  status: 200,
  summary: "A savings statement as PDF, in the language that is asked for",
});
