import { Proof } from "@/lib/payments/contract/proof";
import { readProof } from "@/lib/payments/queries/proofs";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readProof, { output: Proof, summary: "One proof, with what was checked" });
