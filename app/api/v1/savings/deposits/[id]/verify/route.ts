import { verifyDeposit } from "@/lib/savings/commands/decide";
import { Deposit } from "@/lib/savings/contract/deposit";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(verifyDeposit, { output: Deposit, summary: "Verify a deposit" });
