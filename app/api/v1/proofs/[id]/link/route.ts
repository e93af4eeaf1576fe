import { ProofLink } from "@/lib/payments/contract/proof";
import { linkProof } from "@/lib/payments/queries/proofs";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(linkProof, { output: ProofLink, summary: "A link to a proof, good for five minutes" });
