import { type AnyColumn, and, asc, count, desc, eq, ilike, inArray, isNull, or, type SQL, sql, sum } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { isOneOf, limitOf } from "@/db/rows";
import { memberships } from "@/db/schema/agencies";
import { invoices, payments, transferAsks } from "@/db/schema/invoices";
import { bankLines, bankStatements, proofs } from "@/db/schema/payments";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { reach } from "@/lib/kernel/permission";
import { literally } from "@/lib/kernel/text";
import type { ListProofs, ProofState } from "../contract/proof";

/** Of 256 bits so many may differ in two pictures of the same thing. */
const ALIKE_BITS = 10;

const sender = alias(memberships, "sender");
const reviewer = alias(memberships, "reviewer");
const first = alias(memberships, "first_yes");
const decider = alias(memberships, "decider");

const p = proofs;
const asked = sql<string | null>`(select a.amount - a.base from ${transferAsks} a where a.agency_id = ${p.agencyId}
  and a.invoice_id = ${p.invoiceId} and a.amount = ${p.amount} limit 1)`;
const bankDay = sql<string | null>`(select min(l.booked_on)::text from ${bankLines} l where l.agency_id = ${p.agencyId}
  and l.currency = ${invoices.currency} and l.amount = ${p.amount} and coalesce(l.invoice_id, ${p.invoiceId}) = ${p.invoiceId}
  and (l.payment_id is null or l.payment_id = ${p.paymentId}) and l.booked_on >= (${p.createdAt} - interval '14 days')::date)`;
/** On another invoice, or sent for this one before and not refused: either is the same money twice. */
const another = sql`(o.invoice_id <> ${p.invoiceId} or (o.id < ${p.id} and o.state not in ('rejected', 'asked')))`;
const sameFile = sql<string | null>`(select i.number from ${proofs} o join ${invoices} i
  on i.agency_id = o.agency_id and i.id = o.invoice_id where o.agency_id = ${p.agencyId}
  and o.content_hash = ${p.contentHash} and ${another} order by o.created_at limit 1)`;
const alike = sql<
  string | null
>`(select i.number from ${invoices} i where i.agency_id = ${p.agencyId} and i.id = ${p.alikeTo})`;

const columns = {
  proof: proofs,
  invoice: invoices,
  names: {
    sender: sender.personName,
    reviewer: reviewer.personName,
    first: first.personName,
    decider: decider.personName,
  },
  found: { asked, bankDay, sameFile, alike },
  paidBy: payments.source,
};

/** One's own, and what the role reaches among invoices. */
function withinReach({ actor }: Work): SQL | undefined {
  const within = reach(actor, "invoices");
  if (within.scope === "agency") return undefined;
  if (!isPerson(actor)) return sql`false`;
  const mine = eq(invoices.payerUserId, actor.userId);
  return within.scope === "branch" ? or(mine, eq(invoices.branchId, within.branchId)) : mine;
}

type Who = { agencyId: AnyColumn; userId: AnyColumn };
const named = (who: Who, column: AnyColumn) => and(eq(who.agencyId, p.agencyId), eq(who.userId, column));

function selectProofs(work: Work, ...more: (SQL | undefined)[]) {
  return work.tx
    .select(columns)
    .from(p)
    .innerJoin(invoices, and(eq(invoices.agencyId, p.agencyId), eq(invoices.id, p.invoiceId)))
    .leftJoin(payments, and(eq(payments.agencyId, p.agencyId), eq(payments.id, p.paymentId)))
    .leftJoin(sender, named(sender, p.uploadedBy))
    .leftJoin(reviewer, named(reviewer, p.reviewerId))
    .leftJoin(first, named(first, p.firstBy))
    .leftJoin(decider, named(decider, p.decidedBy))
    .where(and(eq(p.agencyId, agencyOf(work)), withinReach(work), ...more))
    .$dynamic();
}
export type ProofRow = Awaited<ReturnType<typeof selectProofs>>[number];

/** @throws Fault `proof_not_found`, also for what the caller may not know */
export async function findProof(work: Work, id: string): Promise<ProofRow> {
  const [row] = await selectProofs(work, eq(p.id, id));
  if (!row) throw notFound("proof");
  return row;
}

/** Whoever holds it decides; others wait. After its booking or order, and its invoice (R3). */
export async function lockProof(work: Work, id: string): Promise<ProofRow> {
  await work.tx
    .select({ id: p.id })
    .from(p)
    .where(and(eq(p.agencyId, agencyOf(work)), eq(p.id, id)))
    .for("no key update");
  return findProof(work, id);
}

const WAITING = ["submitted", "second_look"] as const;
/** What was sent for this invoice with just these bytes and stands so; it waits, unless other states are named. */
export async function findSame(
  work: Work,
  invoiceId: string,
  contentHash: string,
  states: readonly ProofState[] = WAITING,
): Promise<string | null> {
  const same = and(eq(p.agencyId, agencyOf(work)), eq(p.invoiceId, invoiceId), eq(p.contentHash, contentHash));
  const [row] = await work.tx
    .select({ id: p.id })
    .from(p)
    .where(and(same, inArray(p.state, [...states])))
    .limit(1);
  return row?.id ?? null;
}

/** Whether something was sent for this invoice that nobody has decided about. */
export async function hasWaiting(work: Work, invoiceId: string): Promise<boolean> {
  const waits = and(eq(p.agencyId, agencyOf(work)), eq(p.invoiceId, invoiceId), inArray(p.state, [...WAITING]));
  return (await work.tx.select({ id: p.id }).from(p).where(waits).limit(1)).length > 0;
}

function inQueue(queue: ListProofs["queue"]): SQL | undefined {
  if (queue === "to_check") return eq(p.state, "submitted");
  if (queue === "second_look") return eq(p.state, "second_look");
  return queue === "done" ? inArray(p.state, ["approved", "rejected", "asked"]) : undefined;
}

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);
/** What waits comes in the order it was sent; what is done, the latest first. */
export async function listProofRows(work: Work, input: ListProofs): Promise<Page<ProofRow>> {
  const after = input.cursor ? decodeCursor(input.cursor, Cursor) : null;
  const waits = input.queue === "to_check" || input.queue === "second_look";
  const { createdAt, id } = p;
  const [at, last] = [sql`${after?.[0]}::timestamptz`, sql`${after?.[1]}::uuid`];
  const past = waits ? sql`(${createdAt}, ${id}) > (${at}, ${last})` : sql`(${createdAt}, ${id}) < (${at}, ${last})`;
  const rows = await selectProofs(
    work,
    inQueue(input.queue),
    input.status ? eq(p.state, input.status) : undefined,
    input.invoiceId ? eq(p.invoiceId, input.invoiceId) : undefined,
    input.q ? or(ilike(invoices.payerName, literally(input.q)), ilike(invoices.number, literally(input.q))) : undefined,
    after ? past : undefined,
  )
    .orderBy(...(waits ? [asc(createdAt), asc(id)] : [desc(createdAt), desc(id)]))
    .limit(limitOf(input.limit));
  return cutPage(rows, input.limit, ({ proof }) => [proof.createdAt.toISOString(), proof.id]);
}

/** What waits on the desk, and how much money it speaks of. */
export async function countWaiting(work: Work) {
  const rows = await work.tx
    .select({ state: p.state, currency: invoices.currency, n: count(), amount: sum(p.amount) })
    .from(p)
    .innerJoin(invoices, and(eq(invoices.agencyId, p.agencyId), eq(invoices.id, p.invoiceId)))
    .where(and(eq(p.agencyId, agencyOf(work)), withinReach(work), inArray(p.state, [...WAITING])))
    .groupBy(p.state, invoices.currency);
  return rows.map((row) => ({ ...row, amount: Number(row.amount ?? 0) }));
}

/** What one person alone brought for an invoice, and is booked: cash this person took, lines of the bank that they filed and
 * booked, and what a list of passengers said was paid. */
export async function sumAlone(work: Work, invoiceId: string, userId: string): Promise<number> {
  const [row] = await work.tx.execute<{ sum: string | null }>(sql`
    select sum(m.amount) as sum from payments m
    left join ${proofs} p on p.agency_id = m.agency_id and p.payment_id = m.id
    left join ${bankLines} l on l.agency_id = m.agency_id and l.payment_id = m.id
    left join ${bankStatements} s on s.agency_id = l.agency_id and s.id = l.statement_id
    where m.agency_id = ${agencyOf(work)}::uuid and m.invoice_id = ${invoiceId}::uuid and case m.source
      when 'cash' then coalesce(p.uploaded_by = ${userId}::uuid and p.decided_by = ${userId}::uuid, true)
      when 'bank_line' then s.entered_by = ${userId}::uuid and m.entered_by = ${userId}::uuid
      else false end
    and not exists (select 1 from payments r where r.agency_id = m.agency_id and r.source = 'reversal'
      and r.source_ref = m.id::text)`);
  return Number(row?.sum ?? 0);
}

const bits = (hash: SQL) => sql`('x' || ${hash})::bit(256)`;
/** Proofs whose pictures look like this one, the latest first; those sent for the same invoice and refused are its own past.
 * A walk through all of them, so it is made once, when a proof is sent, and never for a list. */
const listAlike = (work: Work, invoiceId: string, lookHash: string) =>
  work.tx
    .select({ id: p.id, invoiceId: p.invoiceId })
    .from(p)
    .where(
      and(
        ...[eq(p.agencyId, agencyOf(work)), sql`${p.lookHash} is not null`],
        sql`(${p.invoiceId} <> ${invoiceId} or ${p.state} not in ('rejected', 'asked'))`,
        sql`bit_count(${bits(sql`${p.lookHash}`)} # ${bits(sql`${lookHash}::text`)}) <= ${ALIKE_BITS}`,
      ),
    )
    .orderBy(desc(p.id));

type NewProof = Omit<typeof proofs.$inferInsert, "agencyId" | "createdAt" | "state" | "alikeTo">;
export async function addProof(work: Work, row: NewProof) {
  const alikes = row.lookHash ? await listAlike(work, row.invoiceId, row.lookHash) : [];
  const alikeTo = alikes.at(-1)?.invoiceId ?? null;
  const full = { ...row, alikeTo, agencyId: agencyOf(work), state: "submitted" as const, createdAt: work.now };
  await work.tx.insert(proofs).values(full);
  // What waits still is looked at with the same doubt.
  const waits = and(eq(p.agencyId, agencyOf(work)), inArray(p.state, [...WAITING]), isNull(p.alikeTo));
  const ids = alikes.map(({ id }) => id);
  if (ids.length > 0)
    await work.tx
      .update(p)
      .set({ alikeTo: row.invoiceId })
      .where(and(waits, isOneOf(p.id, ids)));
  work.changed("proofs", row.id, null, full);
}

export async function setProof(
  work: Work,
  { proof }: Pick<ProofRow, "proof">,
  change: Partial<typeof proofs.$inferInsert>,
) {
  await work.tx
    .update(proofs)
    .set(change)
    .where(and(eq(p.agencyId, agencyOf(work)), eq(p.id, proof.id)));
  const was = Object.fromEntries(Object.keys(change).map((key) => [key, proof[key as keyof typeof proof]]));
  work.changed("proofs", proof.id, was, change);
}

/** The bank's own line of this money, if it is there and stands for nothing yet. */
export async function takeBankLine(work: Work, { invoice, proof }: ProofRow, paymentId: string) {
  const fits = and(
    eq(bankLines.agencyId, agencyOf(work)),
    eq(bankLines.currency, invoice.currency),
    eq(bankLines.amount, proof.amount),
    sql`${bankLines.paymentId} is null`,
    // A line that names another invoice by its amount is that one's.
    or(eq(bankLines.invoiceId, invoice.id), sql`${bankLines.invoiceId} is null`),
  );
  const [line] = await work.tx
    .select({ id: bankLines.id })
    .from(bankLines)
    .where(fits)
    .orderBy(sql`${bankLines.invoiceId} nulls last`, asc(bankLines.bookedOn), asc(bankLines.id))
    .limit(1)
    .for("no key update", { skipLocked: true });
  if (!line) return;
  const own = and(eq(bankLines.agencyId, agencyOf(work)), eq(bankLines.id, line.id));
  await work.tx.update(bankLines).set({ paymentId, invoiceId: invoice.id }).where(own);
}

/** The line stands for no payment any more. */
export const freeBankLine = (work: Work, paymentId: string) =>
  work.tx
    .update(bankLines)
    .set({ paymentId: null })
    .where(and(eq(bankLines.agencyId, agencyOf(work)), eq(bankLines.paymentId, paymentId)));

/** Where a proof's bytes lie. */
export const proofKey = (agencyId: string, id: string) => `agency/${agencyId}/proofs/${id}`;
