import { WithdrawalPage } from "@/lib/savings/contract/out";
import { listWithdrawals } from "@/lib/savings/queries/desk";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listWithdrawals, { output: WithdrawalPage, summary: "List the withdrawals you may see" });
