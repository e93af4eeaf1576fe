import { submitDeposit } from "@/lib/savings/commands/submit";
import { Deposit, DepositPage } from "@/lib/savings/contract/deposit";
import { listDeposits } from "@/lib/savings/queries/desk";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listDeposits, { output: DepositPage, summary: "List the deposits you may see" });
export const POST = endpoint(submitDeposit, { output: Deposit, status: 201, summary: "Submit a deposit" });
