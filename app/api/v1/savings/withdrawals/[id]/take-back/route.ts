import { takeBackWithdrawal } from "@/lib/savings/commands/withdraw";
import { Withdrawal } from "@/lib/savings/contract/out";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(takeBackWithdrawal, {
  output: Withdrawal,
  summary: "Take back a withdrawal one asked for, while nobody has decided",
});
