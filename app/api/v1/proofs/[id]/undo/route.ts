import { undoDecision } from "@/lib/payments/commands/undo";
import { Proof } from "@/lib/payments/contract/proof";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(undoDecision, {
  output: Proof,
  summary: "Take back what one has just decided about a proof",
});
