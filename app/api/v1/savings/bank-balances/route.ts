import { enterBankBalance } from "@/lib/savings/commands/desk";
import { Liability } from "@/lib/savings/contract/out";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(enterBankBalance, {
  output: Liability,
  status: 201,
  summary: "Enter what the bank says the savers' accounts hold",
});
