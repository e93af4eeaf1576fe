import { uploadProof } from "@/lib/savings/commands/proofs";
import { Proof } from "@/lib/savings/contract/deposit";
import { endpoint } from "@/server/doors/http";
import { proofAsks } from "@/server/doors/proof";
import { readPhotoUpload } from "@/server/doors/upload";

export const POST = endpoint(uploadProof, {
  output: Proof,
  status: 201,
  read: readPhotoUpload,
  asks: proofAsks,
  summary: "Upload the proof of a deposit",
});
