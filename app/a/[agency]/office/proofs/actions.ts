"use server";

import { importStatement, matchLine } from "@/lib/payments/commands/bank";
import { verifyProof } from "@/lib/payments/commands/decide";
import { reviewProof } from "@/lib/payments/commands/proofs";
import { action } from "@/server/doors/action";

export const verify = action(verifyProof);
export const review = action(reviewProof);
export const importFile = action(importStatement);
export const match = action(matchLine);
