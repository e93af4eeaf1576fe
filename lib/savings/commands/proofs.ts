import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Call } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command, nothing } from "@/lib/kernel/command";
import { DAY } from "@/lib/kernel/durations";
import { cleanEvidence, type Evidence } from "@/lib/kernel/evidence";
import { forbidden } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { type Proof, UploadProof } from "../contract/deposit";
import { mayListSavings } from "../policy";
import { addProof, proofKey, removeLoose } from "../store/deposits";
import { callerOf } from "./plans";

type Kept = Proof & Pick<Evidence, "contentHash" | "type">;

async function keepFile(call: Call, file: Uint8Array): Promise<Kept> {
  // Nobody's picture is worked on before it is known that they may send one.
  if (!mayListSavings(call.actor)) throw forbidden();
  const { type, body, contentHash } = await cleanEvidence(file);
  const id = newId();
  await call.ports.files.put(proofKey(agencyOf(call), id), body, { type });
  return { id, type, bytes: body.length, contentHash };
}

/** Takes the evidence of a payment for a deposit to come. What it is, its bytes say, not its name.
 * @throws Fault `proof_invalid`, `proof_too_large` */
export const uploadProof = command({
  name: "savings.upload_proof",
  input: UploadProof,
  audit: "itself",
  prepare: (call, { file }) => keepFile(call, file),
  load: nothing,
  allow: mayListSavings,
  run: async (work, { id, type, bytes, contentHash }: Kept): Promise<Proof> => {
    await addProof(work, { id, type, bytes, contentHash, uploadedBy: callerOf(work) });
    return { id, type, bytes };
  },
});

/** Forgets proofs that were uploaded a day ago and belong to no deposit. @returns whose files are to go */
export const sweepProofs = command({
  name: "savings.sweep_proofs",
  input: z.strictObject({}),
  audit: "itself",
  evenReadOnly: true,
  load: nothing,
  allow: isSystem,
  run: (work) => removeLoose(work, addMs(work.now, -DAY)),
});
