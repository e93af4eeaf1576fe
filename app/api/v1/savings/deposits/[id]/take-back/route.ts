import { takeBackDeposit } from "@/lib/savings/commands/decide";
import { Deposit } from "@/lib/savings/contract/deposit";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(takeBackDeposit, { output: Deposit, summary: "Take a mistaken verification back" });
