"use server";

import { dropLogo } from "@/lib/agencies/commands/logo";
import { addBankAccount, removeBankAccount, updateAgency } from "@/lib/agencies/commands/settings";
import { action } from "@/server/doors/action";

export const update = action(updateAgency);
export const removeLogo = action(dropLogo);
export const addAccount = action(addBankAccount);
export const removeAccount = action(removeBankAccount);
