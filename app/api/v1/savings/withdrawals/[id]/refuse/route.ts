import { refuseWithdrawal } from "@/lib/savings/commands/withdraw";
import { Withdrawal } from "@/lib/savings/contract/out";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(refuseWithdrawal, { output: Withdrawal, summary: "Refuse a withdrawal with a note" });
