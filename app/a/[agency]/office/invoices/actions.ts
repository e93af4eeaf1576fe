"use server";

import { remindInvoice } from "@/lib/invoices/commands/remind";
import { exportInvoices } from "@/lib/invoices/queries/invoices";
import { enterCash } from "@/lib/payments/commands/decide";
import { approveRefund, refuseRefund, requestRefund } from "@/lib/payments/commands/refunds";
import { action } from "@/server/doors/action";

export const exportAll = action(exportInvoices);
export const remind = action(remindInvoice);
export const enter = action(enterCash);
export const request = action(requestRefund);
export const approve = action(approveRefund);
export const refuse = action(refuseRefund);
