import { addBankAccount } from "@/lib/agencies/commands/settings";
import { BankAccount, BankAccounts } from "@/lib/agencies/contract/settings";
import { listBankAccounts } from "@/lib/agencies/queries/agency";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listBankAccounts, { output: BankAccounts, summary: "List your agency's bank accounts" });
export const POST = endpoint(addBankAccount, { output: BankAccount, status: 201, summary: "Add a bank account" });
