import { Statement } from "@/lib/savings/contract/out";
import { readStatement } from "@/lib/savings/queries/plans";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readStatement, { output: Statement, summary: "All that moved on a savings plan" });
