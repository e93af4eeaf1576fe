import { CheckedStatement } from "@/lib/savings/contract/out";
import { checkStatement } from "@/lib/savings/queries/totals";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(checkStatement, {
  output: CheckedStatement,
  agency: "statement",
  counting: "join",
  summary: "Check a printed savings statement",
});
