import { reviewDeposit } from "@/lib/savings/commands/decide";
import { Deposit } from "@/lib/savings/contract/deposit";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(reviewDeposit, { output: Deposit, summary: "Take a deposit to look at" });
