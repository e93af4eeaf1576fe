import { approveWithdrawal } from "@/lib/savings/commands/withdraw";
import { Withdrawal } from "@/lib/savings/contract/out";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(approveWithdrawal, { output: Withdrawal, summary: "Approve a withdrawal" });
