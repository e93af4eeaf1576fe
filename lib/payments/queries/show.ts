import { findSelf } from "@/lib/agencies/queries/agency";
import { limitIn, needsSecond } from "@/lib/agencies/queries/second-person";
import { readHold } from "@/lib/bookings/queries/hold";
import { isInvoiceStaff, isPayer } from "@/lib/invoices/policy";
import { reachOf } from "@/lib/invoices/queries/invoices";
import { isPerson } from "@/lib/kernel/actor";
import { leastOf, moneyIn } from "@/lib/kernel/amounts";
import type { Work } from "@/lib/kernel/call";
import type { Check, Proof } from "../contract/proof";
import { mayDecideProof } from "../policy";
import { isCash, isOwnWord, isWaiting, undoEndsAt } from "../rules/life";
import { findProof, type ProofRow } from "../store/proofs";

const check = (name: Check["name"], verdict: Check["verdict"], code: string, more: Partial<Check> = {}): Check => ({
  name,
  verdict,
  code,
  about: null,
  amount: null,
  ...more,
});

function checkAmount({ proof, invoice, found }: ProofRow): Check {
  const amount = moneyIn(invoice.currency)(proof.amount);
  if (found.asked === null) return check("amount", "doubt", "amount_differs", { amount });
  const code = String(Number(found.asked) / leastOf(invoice.currency));
  return check("amount", "ok", "code_fits", { about: code, amount });
}

function checkBank({ found }: ProofRow): Check {
  return found.bankDay
    ? check("bank", "ok", "bank_line", { about: found.bankDay })
    : check("bank", "unknown", "no_bank_line");
}

function checkPicture({ found, proof }: ProofRow): Check {
  if (found.sameFile) return check("picture", "bad", "same_file", { about: found.sameFile });
  if (found.alike) return check("picture", "doubt", "look_alike", { about: found.alike });
  return check("picture", "ok", proof.type === "application/pdf" ? "file_new" : "picture_new");
}

function checkSecond({ proof, invoice, names }: ProofRow, limit: number | null, isOwn: boolean): Check {
  if (isOwn) return check("second_person", "open", "own_proof");
  const amount = limit === null ? null : moneyIn(invoice.currency)(limit);
  if (limit === null || (!proof.firstBy && !needsSecond(proof.amount, limit)))
    return check("second_person", "ok", "one_is_enough", { amount });
  return proof.firstBy
    ? check("second_person", "open", "first_said_yes", { about: names.first, amount })
    : check("second_person", "open", "two_needed", { amount });
}

async function checkSeat(work: Work, { invoice }: ProofRow): Promise<Check[]> {
  if (invoice.subjectKind !== "booking") return [];
  const hold = await readHold(work, invoice.subjectId);
  if (hold === "gone" || hold === "cancelled") return [check("seat", "bad", `seat_${hold}`)];
  return [check("seat", "ok", hold === "held" ? "seat_frozen" : "seat_sold")];
}

const checkEvidence = (row: ProofRow): Check[] =>
  isCash(row.proof) ? [] : [checkAmount(row), checkBank(row), checkPicture(row)];
/** Of what is decided only what stays true: who else said yes, never what was still to be done or doubted. */
const checkDone = (row: ProofRow): Check[] => [
  ...checkEvidence(row).filter(({ code }) => code !== "amount_differs"),
  ...(row.proof.state === "approved" && row.proof.firstBy
    ? [check("second_person", "ok", "two_said_yes", { about: row.names.first })]
    : []),
];

function asInvoice(invoice: ProofRow["invoice"]): Proof["invoice"] {
  const { id, number, title, payerName, state, dueAt } = invoice;
  const money = moneyIn(invoice.currency);
  const [total, paid] = [money(invoice.total), money(invoice.paid)];
  const { payerUserId: userId, payerEmail: email, payerPhone: phone } = invoice;
  const subject = { kind: invoice.subjectKind, id: invoice.subjectId };
  const reach = reachOf({ userId, email, phone })?.by ?? null;
  return { id, number, title, payerName, total, paid, state, dueAt, subject, reach };
}

/** Plain verb: a proof for its reader; what was checked is for the desk. */
export function asProof(work: Work, row: ProofRow, limit: number | null, seat: Check[] = []): Proof {
  const { proof, invoice, names } = row;
  const { id, type, state, reason, decidedAt, createdAt, reviewerId, reviewEndsAt } = proof;
  const staff = isInvoiceStaff(work.actor);
  const me = isPerson(work.actor) ? work.actor.userId : null;
  const isOwn = isWaiting(state) && staff && me !== null && isOwnWord(proof, me) && !isPayer(work.actor, invoice);
  const mayDecide = !work.readOnly && mayDecideProof(work.actor, invoice);
  const undoUntil = me && mayDecide ? undoEndsAt(proof, row.paidBy, me) : null;
  const looks = isWaiting(state) && reviewerId && reviewEndsAt && reviewEndsAt > work.now;
  return {
    id,
    amount: moneyIn(invoice.currency)(proof.amount),
    type,
    state,
    reason,
    decidedAt,
    createdAt,
    invoice: asInvoice(invoice),
    sentBy: names.sender ?? "",
    review: looks && staff ? { userId: reviewerId, name: names.reviewer ?? "", endsAt: reviewEndsAt } : null,
    firstBy: staff ? names.first : null,
    decidedBy: staff ? names.decider : null,
    checks: !staff
      ? []
      : isWaiting(state)
        ? [...checkEvidence(row), ...seat, checkSecond(row, limit, isOwn)]
        : checkDone(row),
    mayDecide: isWaiting(state) && mayDecide,
    isOwn,
    undoUntil: undoUntil && undoUntil > work.now ? undoUntil : null,
  };
}

/** Plain verb: one proof with all that was checked. @throws Fault `proof_not_found` */
export async function showProof(work: Work, id: string): Promise<Proof> {
  const row = await findProof(work, id);
  const limit = limitIn(row.invoice.currency, await findSelf(work));
  return asProof(work, row, limit, isWaiting(row.proof.state) ? await checkSeat(work, row) : []);
}
