import { readProof } from "@/lib/savings/queries/desk";
import { endpoint } from "@/server/doors/http";
import { answerProof, proofAnswers } from "@/server/doors/proof";

export const GET = endpoint(readProof, {
  respond: answerProof,
  answers: proofAnswers,
  summary: "The proof behind a link",
});
