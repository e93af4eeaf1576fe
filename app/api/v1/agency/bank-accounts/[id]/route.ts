import { removeBankAccount } from "@/lib/agencies/commands/settings";
import { endpoint } from "@/server/doors/http";

export const DELETE = endpoint(removeBankAccount, { summary: "Remove a bank account" });
