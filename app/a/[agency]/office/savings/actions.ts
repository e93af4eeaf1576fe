"use server";

import { convertSavings } from "@/lib/savings/commands/convert";
import { rejectDeposit, verifyDeposit } from "@/lib/savings/commands/decide";
import { enterBankBalance } from "@/lib/savings/commands/desk";
import { createPlan, updatePlan } from "@/lib/savings/commands/plans";
import { submitCollection } from "@/lib/savings/commands/submit";
import { undoDeposit, undoWithdrawal } from "@/lib/savings/commands/undo";
import { approveWithdrawal, refuseWithdrawal, takeBackWithdrawal } from "@/lib/savings/commands/withdraw";
import { exportPlans } from "@/lib/savings/queries/plans";
import { action } from "@/server/doors/action";

export const convert = action(convertSavings);
export const begin = action(createPlan);
export const collect = action(submitCollection);
export const change = action(updatePlan);
export const verify = action(verifyDeposit);
export const reject = action(rejectDeposit);
export const enterBank = action(enterBankBalance);
export const approve = action(approveWithdrawal);
export const refuse = action(refuseWithdrawal);
export const takeBack = action(takeBackWithdrawal);
export const reopenDeposit = action(undoDeposit);
export const reopenWithdrawal = action(undoWithdrawal);
export const exportAll = action(exportPlans);
