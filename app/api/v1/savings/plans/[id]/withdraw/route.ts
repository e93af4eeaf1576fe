import { withdraw } from "@/lib/savings/commands/withdraw";
import { Withdrawal } from "@/lib/savings/contract/out";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(withdraw, { output: Withdrawal, status: 201, summary: "Ask for savings back" });
