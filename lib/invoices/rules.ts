import { unitOf } from "@/lib/kernel/amounts";
import { DAY } from "@/lib/kernel/durations";
import type { BilledLine, InstalmentState, InvoiceRow, InvoiceState, Part, Payer, Reminder } from "./contract/invoice";

/** Most instalments after the deposit, and the days between two. */
const MOST_PARTS = 6;
const PART_DAYS = 30;
/** A transfer's code: at most so many of the least that people pay are added to what is due. */
const CODES = 999;

const floorTo = (unit: number, amount: number) => amount - (amount % unit);
/** The amount, rounded up to a multiple of the unit. */
export const ceilTo = (unit: number, amount: number) => floorTo(unit, amount + unit - 1);

type Sum = { total: number; paid: number; voidedAt: Date | null };
/** An invoice's state is what the ledger says came in, never what happened last (R15). */
export function computeState({ total, paid, voidedAt }: Sum): InvoiceState {
  if (voidedAt) return "void";
  if (paid >= total) return "paid";
  return paid > 0 ? "part_paid" : "open";
}

type Terms = { total: number; deposit: number; depositBy: Date; settleBy: Date; currency: string };
/** The deposit first, the rest in equal parts about a month apart until the last day: whole units, the remainder last. */
export function planInstalments({ total, deposit, depositBy, settleBy, currency }: Terms): Part[] {
  if (total === 0) return [];
  const unit = unitOf(currency);
  const span = settleBy.getTime() - depositBy.getTime();
  const first = span <= 0 ? total : Math.min(total, ceilTo(unit, deposit));
  const rest = total - first;
  const parts = Math.min(MOST_PARTS, Math.max(1, Math.trunc(span / (PART_DAYS * DAY))), Math.trunc(rest / unit) || 1);
  const each = floorTo(unit, Math.trunc(rest / parts));
  const later = Array.from({ length: rest > 0 ? parts : 0 }, (_, i) => ({
    amount: i === parts - 1 ? rest - each * (parts - 1) : each,
    dueAt: new Date(settleBy.getTime() - (parts - 1 - i) * PART_DAYS * DAY),
  }));
  return first > 0 ? [{ amount: first, dueAt: depositBy }, ...later] : later;
}

/** The schedule with its first instalment put off until `at`: never earlier than before, nor later than the second one. */
export function postponeFirst(parts: readonly Part[], at: Date): Part[] {
  const [first, second, ...rest] = parts;
  if (!first || first.dueAt >= at) return [...parts];
  const dueAt = second && second.dueAt < at ? second.dueAt : at;
  return [{ ...first, dueAt }, ...(second ? [second, ...rest] : [])];
}

/** The same schedule when the day it counts back from has moved by `shift` ms: only the deposit, due by `fixed`, stays. Moved
 * back again it is as it was, so that nothing is lost by a slip in a day. */
export const moveInstalments = (parts: readonly Part[], shift: number, fixed: Date): Part[] =>
  parts.map(({ amount, dueAt }, i) => ({
    amount,
    dueAt: i === 0 && dueAt <= fixed ? dueAt : new Date(dueAt.getTime() + shift),
  }));

/** Nothing is due before what is due in front of it, wherever the day they count back from has moved. */
const inTurn = (parts: readonly Part[]): Part[] =>
  parts.map(({ amount }, i) => ({
    amount,
    dueAt: new Date(Math.max(...parts.slice(0, i + 1).map(({ dueAt }) => dueAt.getTime()))),
  }));

/** The same schedule for another total: what fell away was due last, what came on top is due with the last. */
export function refitInstalments(parts: readonly Part[], total: number): Part[] {
  const kept: Part[] = [];
  let left = total;
  for (const { amount, dueAt } of parts) {
    if (left <= 0) break;
    kept.push({ amount: Math.min(amount, left), dueAt });
    left -= amount;
  }
  const last = kept.at(-1);
  if (last && left > 0) last.amount += left;
  return kept;
}

type Standing = Part & { paid: number; state: InstalmentState };
/** What came in fills the instalments from the first on. */
export function standInstalments(parts: readonly Part[], paid: number, now: Date): Standing[] {
  let left = paid;
  return inTurn(parts).map(({ amount, dueAt }) => {
    const own = Math.max(0, Math.min(amount, left));
    left -= own;
    const state = own === amount ? "paid" : dueAt < now ? "late" : "due";
    return { amount, dueAt, paid: own, state };
  });
}

/** What is due next: the rest of the first instalment that is not full, and by when. */
export function nextDue(parts: readonly Part[], paid: number): { amount: number; dueAt: Date } | null {
  let before = 0;
  for (const { amount, dueAt } of inTurn(parts)) {
    before += amount;
    if (before > paid) return { amount: before - paid, dueAt };
  }
  return null;
}

type Say = {
  fell: (kind: "cancelled" | "kept") => string;
  passenger: (type: string) => string;
  room: (type: string) => string;
  count: (quantity: number) => string;
};
/** What a line is called: whom and which room it is for, where it has such, and that it fell away or is kept of what did. */
export function nameLine({ kind, label, detail, quantity }: Omit<BilledLine, "amount">, say: Say): string {
  const what = detail ? `${say.passenger(detail.passengerType)}\u00a0· ${say.room(detail.roomType)}` : label;
  const whole = kind === "cancelled" || kind === "kept" ? `${say.fell(kind)}\u00a0· ${what}` : what;
  return quantity > 1 ? `${whole} × ${say.count(quantity)}` : whole;
}

/** What came in beyond what is owed, minor units; below zero what is still to come. */
export const computeOver = ({ state, total, paid }: { state: InvoiceState; total: number; paid: number }): number =>
  paid - (state === "void" ? 0 : total);
/** The same of an invoice as it is read. */
export const overOf = ({ state, total, paid }: Pick<InvoiceRow, "state" | "total" | "paid">): number =>
  computeOver({ state, total: total.amount, paid: paid.amount });

/** The surest way to the payer, as notices go: the bell of a login, else a mail, else an SMS; null where there is none. */
export function reachOf({ userId, email, phone }: Omit<Payer, "name">): Pick<Reminder, "by" | "to"> | null {
  if (userId) return { by: "app", to: null };
  if (email) return { by: "mail", to: email };
  return phone ? { by: "sms", to: phone } : null;
}

type Settling = { owed: number; amount: number; code: number };
/** Of money that came by the very amount that was asked for: what its code brings above what was still owed. It marked the
 * transfer and is rounded off; anything more was paid too much and is the payer's. */
export function computeRounding({ owed, amount, code }: Settling): number {
  const over = amount - owed;
  return over > 0 && over <= code ? over : 0;
}

/** Codes in an order nobody can guess, drawn without favour. */
export function drawCodes(count: number): number[] {
  const codes = new Set<number>();
  while (codes.size < count)
    for (const one of crypto.getRandomValues(new Uint32Array(count))) codes.add((one % CODES) + 1);
  return [...codes].slice(0, count);
}

/** Days before what is paid for, on which its payer is reminded (PRODUCT 4.4), and how late a missed one still helps. */
const MARKS = [7, 14, 30, 60];
const LATE_DAYS = 3;
export const FIRST_MARK = 60;
/** Which reminder is due now, by the days that are left; null between them. */
export function markOf(neededAt: Date, now: Date): number | null {
  const left = Math.ceil((neededAt.getTime() - now.getTime()) / DAY);
  return MARKS.find((mark) => left <= mark && left > mark - LATE_DAYS) ?? null;
}
