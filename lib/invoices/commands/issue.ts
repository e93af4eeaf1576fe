import { agencyOf, type Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { DAY } from "@/lib/kernel/durations";
import { newId } from "@/lib/kernel/ids";
import type { BilledLine, NewInvoice, Part, Payer, Subject } from "../contract/invoice";
import { invoiceChanged } from "../facts";
import { computeState, moveInstalments, nextDue, planInstalments, postponeFirst, refitInstalments } from "../rules";
import { closeAsk } from "../store/asks";
import { addInstalments, keepInstalments, keepNothing, listInstalments, setInstalments } from "../store/instalments";
import { addInvoices, addLines, type InvoiceRecord, listLines, lockMoved, lockOf, setInvoice } from "../store/invoices";
import { askFor } from "./ask";

// Plain verbs for whoever sells: the command that places, cancels or lets go has asked for leave and writes the audit row.

/** A hold is a day, another one when asked for, and as long as somebody looks: what is due by then is the deposit. */
const HELD_DAYS = 3;

const totalOf = (lines: readonly BilledLine[]) => lines.reduce((sum, { amount }) => sum + amount, 0);

/** Plain verb: says that an invoice changed. @param moved minor units that came in (or went out: below zero) */
export function tellInvoice(work: Work, before: InvoiceRecord, after: InvoiceRecord, moved = 0) {
  const { id: invoiceId, subjectKind, subjectId, payerUserId, state, total, paid } = after;
  const about = { agencyId: agencyOf(work), invoiceId, subjectKind, subjectId, payerUserId };
  work.tell(invoiceChanged, { ...about, from: before.state, state, total, paid, moved });
}

type Issue = { work: Work; invoice: NewInvoice };
/** Writes the invoices of one commit, set by set, each with the prices of this moment (R9). Returns their ids. */
export async function issueInvoices(issues: readonly Issue[]): Promise<string[]> {
  const [first] = issues;
  if (!first) return [];
  const made = issues.map(({ work, invoice }) => ({ work, ...draw(invoice) }));
  await addInvoices(
    first.work,
    made.map(({ row }) => row),
  );
  await addLines(
    first.work,
    made.flatMap(({ row, lines }) => lines.map((line, position) => ({ ...line, invoiceId: row.id, position }))),
  );
  await addInstalments(
    first.work,
    made.flatMap(({ row, parts }) => parts.map((part, position) => ({ ...part, invoiceId: row.id, position }))),
  );
  for (const { work, row } of made) work.changed("invoices", row.id, null, row);
  return made.map(({ row }) => row.id);
}

function draw({ subject, code, title, branchId, payer, currency, lines, neededAt, ...terms }: NewInvoice) {
  const total = totalOf(lines);
  const parts = planInstalments({ total, currency, ...terms });
  const row = {
    id: newId(),
    branchId,
    title,
    currency,
    total,
    neededAt,
    subjectKind: subject.kind,
    subjectId: subject.id,
    number: `INV-${code.replace(/^[A-Z]+-/, "")}`,
    payerUserId: payer.userId,
    payerName: payer.name,
    payerEmail: payer.email,
    payerPhone: payer.phone,
    state: computeState({ total, paid: 0, voidedAt: null }),
    dueAt: nextDue(parts, 0)?.dueAt ?? null,
  };
  return { row, lines, parts };
}

/** One invoice for a booking or an order. Returns its id. `lines` carry the prices of this moment (R9). */
export async function issueInvoice(work: Work, invoice: NewInvoice): Promise<string> {
  const [id] = await issueInvoices([{ work, invoice }]);
  return id!;
}

async function restate(work: Work, before: InvoiceRecord, parts: readonly Part[], change: Partial<InvoiceRecord>) {
  const next = { ...before, ...change };
  const dueAt = next.voidedAt ? null : (nextDue(parts, next.paid)?.dueAt ?? null);
  return setInvoice(work, before, { ...change, dueAt, state: computeState(next) });
}

/** More lines: what is taken back is below zero. The schedule gives way from its end. `ended`: it is over, and only what
 * is kept of it is owed. Where there is no invoice, nothing happens. */
export async function addInvoiceLines(
  work: Work,
  subject: Subject,
  lines: readonly BilledLine[],
  ended = false,
): Promise<void> {
  const invoice = await lockOf(work, subject);
  if (!invoice || lines.length === 0) return;
  const { id: invoiceId, total } = invoice;
  const before = (await listLines(work, invoiceId)).length;
  await addLines(
    work,
    lines.map((line, i) => ({ ...line, invoiceId, position: before + i })),
  );
  const next = total + totalOf(lines);
  const parts = refitInstalments(await listInstalments(work, invoiceId), next);
  await setInstalments(work, invoiceId, parts);
  const end = ended ? { neededAt: null, voidedAt: next === 0 ? work.now : null } : {};
  const after = await restate(work, invoice, parts, { total: next, ...end });
  tellInvoice(work, invoice, after);
  await askAnew(work, after);
}

/** What it was for is over, by time or by will: nothing is owed any more. Money that came in stays and waits to go back. */
export async function voidInvoice(work: Work, subject: Subject): Promise<void> {
  const invoice = await lockOf(work, subject);
  if (!invoice || invoice.voidedAt) return;
  await keepInstalments(work, invoice.id);
  const after = await restate(work, invoice, [], { voidedAt: work.now });
  await closeAsk(work, invoice.id);
  tellInvoice(work, invoice, after);
}

/** What it was for stands again. */
export async function reviveInvoice(work: Work, subject: Subject): Promise<void> {
  const invoice = await lockOf(work, subject);
  if (!invoice?.voidedAt) return;
  await keepNothing(work, invoice.id);
  const after = await restate(work, invoice, await listInstalments(work, invoice.id), { voidedAt: null });
  tellInvoice(work, invoice, after);
  await askAnew(work, after);
}

/** What it is for is kept until then: as long, nothing of the first instalment is late. */
export async function postponeInvoice(work: Work, subject: Subject, until: Date): Promise<void> {
  const invoice = await lockOf(work, subject);
  if (!invoice || invoice.voidedAt) return;
  const parts = await listInstalments(work, invoice.id);
  const next = postponeFirst(parts, until);
  if (next[0]?.dueAt.getTime() === parts[0]?.dueAt.getTime()) return;
  await setInstalments(work, invoice.id, next);
  tellInvoice(work, invoice, await restate(work, invoice, next, {}));
}

/** The day of what these are for has moved: reminders count back from the new one, and what is due after the deposit moves
 * along. Returns how many changed; the same day again changes nothing. */
export async function redateInvoices(
  work: Work,
  kind: Subject["kind"],
  subjectIds: readonly string[],
  neededAt: Date,
): Promise<number> {
  const moved = subjectIds.length > 0 ? await lockMoved(work, kind, subjectIds, neededAt) : [];
  for (const invoice of moved) {
    const { id, createdAt, neededAt: before } = invoice;
    const parts = await listInstalments(work, id);
    const next = moveInstalments(parts, neededAt.getTime() - before!.getTime(), addMs(createdAt, HELD_DAYS * DAY));
    await setInstalments(work, id, next);
    tellInvoice(work, invoice, await restate(work, invoice, next, { neededAt }));
  }
  return moved.length;
}

/** Whoever pays has another name now. */
export async function renamePayer(work: Work, subject: Subject, payer: Omit<Payer, "userId">) {
  const invoice = await lockOf(work, subject);
  if (invoice) {
    const { name: payerName, email: payerEmail, phone: payerPhone } = payer;
    await setInvoice(work, invoice, { payerName, payerEmail, payerPhone });
  }
}

/** Whoever pays has a login now: it is theirs to see. */
export async function giveInvoice(work: Work, subject: Subject, payerUserId: string) {
  const invoice = await lockOf(work, subject);
  if (invoice) tellInvoice(work, invoice, await setInvoice(work, invoice, { payerUserId }));
}

/** Asks for what is due next by an amount of its own, to be transferred; where there is no invoice, nothing happens. */
export async function askPayment(work: Work, subject: Subject): Promise<void> {
  const invoice = await lockOf(work, subject);
  if (invoice) await askFor(work, invoice);
}

/** After what is owed or paid has changed. */
export const askAnew = (work: Work, invoice: InvoiceRecord) => askFor(work, invoice);
