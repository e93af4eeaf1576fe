"use server";

import { submitDeposit } from "@/lib/savings/commands/submit";
import { withdraw as withdrawSavings } from "@/lib/savings/commands/withdraw";
import { action } from "@/server/doors/action";

export const submit = action(submitDeposit);
export const withdraw = action(withdrawSavings);
