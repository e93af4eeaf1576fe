import { upload } from "@/components/shell/files";

/** Sends the picture of a receipt ahead of its deposit. */
export const sendProof = (agency: string, file: File) => upload<{ id: string }>(agency, "/api/v1/savings/proofs", file);
