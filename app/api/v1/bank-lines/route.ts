import { BankLinePage } from "@/lib/payments/contract/bank";
import { listBankLines } from "@/lib/payments/queries/bank";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listBankLines, {
  output: BankLinePage,
  summary: "Lines of the bank, to be booked or booked",
});
