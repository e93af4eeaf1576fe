import { ProofPage } from "@/lib/payments/contract/proof";
import { listProofs } from "@/lib/payments/queries/proofs";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listProofs, { output: ProofPage, summary: "List the proofs you may see" });
