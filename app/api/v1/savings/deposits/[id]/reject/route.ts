import { rejectDeposit } from "@/lib/savings/commands/decide";
import { Deposit } from "@/lib/savings/contract/deposit";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(rejectDeposit, { output: Deposit, summary: "Reject a deposit with a reason" });
