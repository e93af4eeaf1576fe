import { undoMatch } from "@/lib/payments/commands/undo";
import { BankLine } from "@/lib/payments/contract/bank";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(undoMatch, {
  output: BankLine,
  summary: "Take back that one has just booked a line of the bank",
});
