import { resubmitDeposit } from "@/lib/savings/commands/submit";
import { Deposit } from "@/lib/savings/contract/deposit";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(resubmitDeposit, { output: Deposit, summary: "Submit a rejected deposit again" });
