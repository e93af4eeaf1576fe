import { addBankAccount } from "@/lib/agencies/commands/settings";
import { BankAccount, BankAccountPage } from "@/lib/agencies/contract/settings";
import { listBankAccounts } from "@/lib/agencies/queries/agency";
import { endpoint } from "@/server/doors/http";
import { inPages } from "@/server/doors/in-pages";

export const GET = endpoint(inPages(listBankAccounts), {
  output: BankAccountPage,
  summary: "List your agency's bank accounts",
});
export const POST = endpoint(addBankAccount, { output: BankAccount, status: 201, summary: "Add a bank account" });
