"use server";

import { convertSavings } from "@/lib/savings/commands/convert";
import { resubmitDeposit, submitDeposit } from "@/lib/savings/commands/submit";
import { takeBackWithdrawal, withdraw as withdrawSavings } from "@/lib/savings/commands/withdraw";
import { action, making } from "@/server/doors/action";

export const convert = action(convertSavings);
export const resubmit = action(resubmitDeposit);
export const submit = making(submitDeposit);
export const takeBack = action(takeBackWithdrawal);
export const withdraw = making(withdrawSavings);
