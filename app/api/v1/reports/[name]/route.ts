import { Report } from "@/lib/reports/contract";
import { readReport } from "@/lib/reports/queries";
import { endpoint } from "@/server/doors/http";
import { answerReport, reportAnswers } from "@/server/doors/report";

export const GET = endpoint(readReport, {
  output: Report,
  respond: answerReport,
  answers: reportAnswers,
  summary: "Sales, collection ageing or savings liability, by branch and departure",
});
