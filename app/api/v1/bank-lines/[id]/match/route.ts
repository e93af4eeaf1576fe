import { matchLine } from "@/lib/payments/commands/bank";
import { BankLine } from "@/lib/payments/contract/bank";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(matchLine, { output: BankLine, summary: "Book a line of the bank for an invoice" });
