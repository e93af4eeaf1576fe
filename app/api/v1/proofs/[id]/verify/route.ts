import { verifyProof } from "@/lib/payments/commands/decide";
import { Proof } from "@/lib/payments/contract/proof";
import { endpoint } from "@/server/doors/http";

export const PATCH = endpoint(verifyProof, {
  output: Proof,
  summary: "Approve a proof, reject it, or ask for another",
});
