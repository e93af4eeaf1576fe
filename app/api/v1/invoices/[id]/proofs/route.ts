import { uploadProof } from "@/lib/payments/commands/proofs";
import { Proof } from "@/lib/payments/contract/proof";
import { endpoint } from "@/server/doors/http";
import { transferAsks } from "@/server/doors/proof";
import { readProofUpload } from "@/server/doors/upload";

export const POST = endpoint(uploadProof, {
  output: Proof,
  status: 201,
  read: readProofUpload,
  asks: transferAsks,
  summary: "Send the proof of a transfer",
});
