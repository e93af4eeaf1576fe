"use server";

import { listInvoices } from "@/lib/invoices/queries/invoices";
import { importStatement, matchLine } from "@/lib/payments/commands/bank";
import { verifyProof } from "@/lib/payments/commands/decide";
import { closeNotice } from "@/lib/payments/commands/odd";
import { reviewProof } from "@/lib/payments/commands/proofs";
import { undoDecision, undoMatch } from "@/lib/payments/commands/undo";
import { exportProofs } from "@/lib/payments/queries/proofs";
import { action } from "@/server/doors/action";

export const exportAll = action(exportProofs);
export const verify = action(verifyProof);
export const undo = action(undoDecision);
export const review = action(reviewProof);
export const importFile = action(importStatement);
export const match = action(matchLine);
export const freeLine = action(undoMatch);
export const close = action(closeNotice);
export const find = action(listInvoices);
