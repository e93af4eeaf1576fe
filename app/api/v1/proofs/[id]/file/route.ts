import { readProofFile } from "@/lib/payments/queries/proofs";
import { endpoint } from "@/server/doors/http";
import { answerProof, proofAnswers } from "@/server/doors/proof";

export const GET = endpoint(readProofFile, {
  respond: answerProof,
  answers: proofAnswers,
  summary: "The proof behind a link",
});
