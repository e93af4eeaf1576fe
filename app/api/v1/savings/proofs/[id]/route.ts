import { ProofLink } from "@/lib/savings/contract/deposit";
import { linkProof } from "@/lib/savings/queries/desk";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(linkProof, { output: ProofLink, summary: "A link to a proof, good for five minutes" });
