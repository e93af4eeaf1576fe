import { z } from "zod";
import { findSelf } from "@/lib/agencies/queries/agency";
import { limitIn } from "@/lib/agencies/queries/second-person";
import { isInvoiceStaff, mayExportInvoices, mayListInvoices, maySeeInvoice } from "@/lib/invoices/policy";
import { agencyOf, type Call, type Work } from "@/lib/kernel/call";
import { nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { isPassGood, lendPass } from "@/lib/kernel/private-link";
import { query } from "@/lib/kernel/query";
import { type DeskCounts, ListProofs, ProofRef, ReadProofFile } from "../contract/proof";
import { isCash } from "../rules/life";
import { countWaiting, findProof, listProofRows, type ProofRow, proofKey } from "../store/proofs";
import { asProof, showProof } from "./show";

const maySee = (actor: Call["actor"], { invoice }: ProofRow) => maySeeInvoice(actor, invoice);

/** One proof with what was checked of it. @throws Fault `proof_not_found` */
export const readProof = query({
  name: "payments.read_proof",
  input: ProofRef,
  load: (work, { id }) => findProof(work, id),
  allow: maySee,
  run: (work, { id }) => showProof(work, id),
});

async function list(work: Work, input: ListProofs) {
  const [page, agency] = [await listProofRows(work, input), await findSelf(work)];
  return { ...page, data: page.data.map((row) => asProof(work, row, limitIn(row.invoice.currency, agency))) };
}

/** Proofs within the caller's reach: what waits in the order it was sent, the rest the newest first. */
export const listProofs = query({
  name: "payments.list_proofs",
  input: ListProofs,
  load: nothing,
  allow: mayListInvoices,
  run: list,
});

/** The same list, taken out of the house. */
export const exportProofs = query({
  name: "payments.export_proofs",
  input: ListProofs,
  load: nothing,
  allow: mayExportInvoices,
  run: list,
});

/** What waits on the desk. */
export const countProofs = query({
  name: "payments.count_proofs",
  input: z.strictObject({}),
  load: nothing,
  allow: isInvoiceStaff,
  run: async (work): Promise<DeskCounts> => {
    const rows = await countWaiting(work);
    const of = (state: string) => rows.filter((row) => row.state === state).reduce((sum, { n }) => sum + n, 0);
    const sums = new Map<string, number>();
    for (const { currency, amount } of rows) sums.set(currency, (sums.get(currency) ?? 0) + amount);
    const waiting = [...sums].map(([currency, amount]) => ({ currency, amount }));
    return { toCheck: of("submitted"), secondLook: of("second_look"), waiting };
  },
});

const FILES = "payments-proof";
/** A link to the picture that is good for five minutes, for whoever may see its invoice. */
export const linkProof = query({
  name: "payments.link_proof",
  input: ProofRef,
  load: (work, { id }) => findProof(work, id),
  allow: maySee,
  run: async (work, { id }, { proof }) => {
    if (isCash(proof)) throw notFound("proof");
    const { pass, expiresAt } = lendPass(work, FILES, id);
    return { url: `/api/v1/proofs/${id}/file?pass=${pass}`, type: proof.type as string, expiresAt };
  },
});

/** @throws Fault `proof_not_found`, also when the link is too old or not ours */
async function loadFile(work: Work, { id, pass }: { id: string; pass: string }) {
  if (!isPassGood(work, FILES, id, pass)) throw notFound("proof");
  return findProof(work, id);
}

/** The bytes behind such a link, for the same eyes only. */
export const readProofFile = query({
  name: "payments.read_proof_file",
  input: ReadProofFile,
  load: loadFile,
  allow: maySee,
  run: async (work, { id }, { proof }) => {
    const body = await work.ports.files.get(proofKey(agencyOf(work), id));
    if (!body) throw notFound("proof");
    return { body, type: proof.type as string };
  },
});
