"use server";

import { verifyProof } from "@/lib/payments/commands/decide";
import { reviewProof } from "@/lib/payments/commands/proofs";
import { action } from "@/server/doors/action";

export const verify = action(verifyProof);
export const review = action(reviewProof);
