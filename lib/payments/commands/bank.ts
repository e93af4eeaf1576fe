import { createHash } from "node:crypto";
import { findSelf } from "@/lib/agencies/queries/agency";
import { limitIn, needsSecond } from "@/lib/agencies/queries/second-person";
import { creditInvoice } from "@/lib/invoices/commands/credit";
import { findByAmount, type InvoiceRecord } from "@/lib/invoices/queries/invoices";
import type { Actor } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { command, nothing } from "@/lib/kernel/command";
import { conflict, Fault, forbidden, invalid } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { type BankLine, type Imported, ImportStatement, MatchLine, MOST_LINES } from "../contract/bank";
import { mayDecideProof, mayKeepBank } from "../policy";
import { type FileLine, readBankFile } from "../rules/bank-file";
import {
  addLines,
  addStatement,
  asLine,
  findLine,
  findWaitingProof,
  type LineRow,
  lockLine,
  setLine,
} from "../store/bank";
import { setProof, sumAlone } from "../store/proofs";
import { refuseTwin } from "./decide";
import { callerOf } from "./proofs";
import { lockWithSubject, settleSubject, tellDecided } from "./subject";

/** The same line in another file is the same money; two alike in one file are two. */
function hashesOf(lines: readonly FileLine[], currency: string): string[] {
  const seen = new Map<string, number>();
  return lines.map(({ bookedOn, amount, text, reference }) => {
    const words = JSON.stringify([bookedOn, amount, currency, text, reference]);
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    return createHash("sha256").update(`${words} ${count}`).digest("base64url");
  });
}

/** Which invoice asks for just this amount. */
export const askedBy = async (work: Work, currency: string, amount: number) =>
  (await findByAmount(work, currency, amount))?.invoiceId ?? null;

/** Reads what came in from a bank's file, and finds the invoices that asked for just these amounts. Nothing is booked yet.
 * @throws Fault `bank_file_unreadable` */
export const importStatement = command({
  name: "payments.import_statement",
  input: ImportStatement,
  load: nothing,
  allow: mayKeepBank,
  run: async (work, { name, csv, currency }): Promise<Imported> => {
    const file = readBankFile(csv, currency);
    if (!file || file.lines.length === 0) throw new Fault("invalid", "bank_file_unreadable");
    if (file.lines.length > MOST_LINES) throw invalid("csv", "too_big");
    const statementId = newId();
    await addStatement(work, { id: statementId, enteredBy: callerOf(work), name, lines: file.lines.length });
    const hashes = hashesOf(file.lines, currency);
    const found = new Map<number, string | null>();
    for (const { amount } of file.lines)
      if (!found.has(amount)) found.set(amount, await askedBy(work, currency, amount));
    const rows = file.lines.map((line, i) => ({
      ...line,
      id: newId(),
      statementId,
      currency,
      lineHash: hashes[i]!,
      invoiceId: found.get(line.amount) ?? null,
    }));
    const fresh = await addLines(work, rows);
    const matched = rows.filter(({ id, invoiceId }) => invoiceId !== null && fresh.has(id)).length;
    return { fresh: fresh.size, known: rows.length - fresh.size, matched, unread: file.unread };
  },
});

/** A line, and the invoice it is for or was booked for, with what that is for; both locked but the line. */
export async function loadLine(work: Work, { id, invoiceId }: { id: string; invoiceId?: string | undefined }) {
  // Who may not keep the bank's lines learns nothing of one.
  if (!mayKeepBank(work.actor)) throw forbidden();
  const line = await findLine(work, id);
  const target = invoiceId ?? line.invoiceId;
  return { line, invoice: target ? await lockWithSubject(work, target) : null };
}

/** Noon of a calendar day, never later than now. */
const noonOf = (day: string, now: Date) => new Date(Math.min(Date.parse(`${day}T12:00:00Z`), now.getTime()));

/** A file is no second person: anybody could have written it. In parts it is the same money, as of cash. */
async function refuseAlone(work: Work, { amount, currency, enteredBy }: LineRow, invoiceId: string) {
  const caller = callerOf(work);
  if (enteredBy !== caller) return;
  const sum = amount + (await sumAlone(work, invoiceId, caller));
  if (needsSecond(sum, limitIn(currency, await findSelf(work)))) throw conflict("second_person_needed");
}

/** Whoever may approve a proof of that invoice; without an invoice, whoever keeps the bank's file. */
export const mayBookLine = (actor: Actor, { invoice }: { invoice: InvoiceRecord | null }) =>
  invoice ? mayDecideProof(actor, invoice) : mayKeepBank(actor);

/** Books a line of the bank for an invoice: the one that asked for its amount, or the one named. A proof that waits for the
 * same money is approved with it. `again`: somebody looked, and it is other money than the twin it has. Above the agency's
 * limit whoever brought the file does not book its lines.
 * @throws Fault `bank_line_not_found`, `bank_line_taken`, `invoice_not_found`, `payment_seen`, `second_person_needed` */
export const matchLine = command({
  name: "payments.match_line",
  input: MatchLine,
  load: (work, input) => loadLine(work, input),
  allow: mayBookLine,
  run: async (work, { id, again }, { invoice }): Promise<BankLine> => {
    const line = await lockLine(work, id);
    const { paymentId: before, amount, bookedOn, currency, takenBack } = line;
    if (!invoice) throw invalid("invoiceId", "required");
    if (before) throw conflict("bank_line_taken");
    if (invoice.currency !== currency) throw invalid("invoiceId", "other_currency");
    await refuseAlone(work, line, invoice.id);
    const invoiceId = invoice.id;
    if (!again) await refuseTwin(work, { invoiceId, amount, sources: ["proof", "gateway"] });
    const movedAt = noonOf(bookedOn, work.now);
    const { paid, paymentId } = await creditInvoice(work, {
      invoiceId,
      amount,
      source: "bank_line" as const,
      // What was taken back stays in the books: the same line is another payment then.
      sourceRef: takenBack > 0 ? `${id}:${takenBack}` : id,
      movedAt,
    });
    await setLine(work, line, { invoiceId, paymentId });
    const waits = await findWaitingProof(work, invoiceId, amount);
    const decided = { decidedBy: callerOf(work), decidedAt: work.now, reviewEndsAt: null };
    if (waits) await setProof(work, waits, { state: "approved", paymentId, ...decided });
    const late = await settleSubject(work, invoice, paid);
    if (waits) tellDecided(work, { ...waits, invoice }, "approved", late);
    return asLine(work, await findLine(work, id));
  },
});
