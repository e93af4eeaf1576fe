import { undoDeposit } from "@/lib/savings/commands/undo";
import { Deposit } from "@/lib/savings/contract/deposit";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(undoDeposit, { output: Deposit, summary: "Take one's decision about a deposit back" });
