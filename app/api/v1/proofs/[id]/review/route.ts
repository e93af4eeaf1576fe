import { reviewProof } from "@/lib/payments/commands/proofs";
import { Proof } from "@/lib/payments/contract/proof";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(reviewProof, { output: Proof, summary: "Look at a proof; its seats are held meanwhile" });
