import { undoWithdrawal } from "@/lib/savings/commands/undo";
import { Withdrawal } from "@/lib/savings/contract/out";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(undoWithdrawal, {
  output: Withdrawal,
  summary: "Take one's decision about a withdrawal back",
});
