import { wallAt } from "@/lib/i18n/wall";
import { moneyIn } from "@/lib/kernel/amounts";
import { HOUR } from "@/lib/kernel/durations";
import { conflict, type Fault } from "@/lib/kernel/fault";
import { maskNumber } from "@/lib/kernel/text";
import type { DepositState } from "./contract/deposit";
import { PlanField } from "./contract/plan";

/** PRODUCT 4.5: after so many months without a movement a plan sleeps. */
export const DORMANT_MONTHS = 24;
/** A month's bucket stays open for so many days after its end. */
const GRACE_DAYS = 10;

/** So many months of the calendar away, in UTC. */
export function plusMonths(at: Date, months: number): Date {
  const then = new Date(at);
  then.setUTCMonth(then.getUTCMonth() + months);
  return then;
}

const utcDay = (at: Date) => at.toISOString().slice(0, 10);
/** The day so many days later, both as "2026-11-18". */
export const addDays = (day: string, days: number) =>
  utcDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * HOUR));

/** The month's bucket that a day falls into. */
export function monthOf(day: string) {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const startsOn = `${day.slice(0, 7)}-01`;
  const endsOn = utcDay(new Date(Date.UTC(year, month, 0)));
  return { startsOn, endsOn, closesOn: addDays(endsOn, GRACE_DAYS) };
}

/** Noon of a day in a zone, but never later than now: the moment that money of that day counts from. */
export function momentOf(day: string, zone: string, now: Date): Date {
  const guess = Date.parse(`${day}T12:00:00Z`);
  const { year, month, day: date, hour, minute } = wallAt(new Date(guess), zone);
  const shown = Date.UTC(year, month - 1, date, hour, minute);
  return new Date(Math.min(guess - (shown - guess), now.getTime()));
}

/** Whole months of paying until the target; zero when it is reached. Integers only. */
export function monthsLeft({ target, balance, monthly }: { target: number; balance: number; monthly: number }): number {
  const rest = Math.max(0, target - balance);
  const over = rest % monthly;
  return (rest - over) / monthly + (over > 0 ? 1 : 0);
}

/** Months since the year 0, January being none of a year. */
const monthNumber = (day: string) => {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return year * 12 + month - 1;
};
/** No calendar of ours goes further. */
const LAST_MONTH = monthNumber("9999-12");
type Pace = { target: number; balance: number; monthly: number; startsOn: string };
/** YYYY-MM in which the target is reached when each month brings its amount, from the first month on, at the latest the last
 * a calendar can write; null when it is reached. */
export function finishMonth(plan: Pace, today: string): string | null {
  const months = monthsLeft(plan);
  if (months === 0) return null;
  const at = Math.min(LAST_MONTH, Math.max(monthNumber(today), monthNumber(plan.startsOn) - 1) + months);
  const inYear = at % 12;
  return `${(at - inYear) / 12}-${String(inYear + 1).padStart(2, "0")}`;
}

/** Of the target, rounded down, in integers however large. */
export const percentOf = (part: number, whole: number) => Number((BigInt(part) * 100n) / BigInt(whole));

type Comparable = { name: string; target: number; monthly: number; endsOn: string | null } & {
  bankName: string;
  accountNumber: string;
  financingNote: string | null;
  state: string;
};
const told = (plan: Comparable) => ({
  name: plan.name,
  target: String(plan.target),
  monthly: String(plan.monthly),
  endsOn: plan.endsOn,
  account: `${plan.bankName} ${maskNumber(plan.accountNumber)}`,
  financingNote: plan.financingNote,
  state: plan.state,
});
/** What is not as it was, in the words of a plan's history; of an account's number its end. */
export function comparePlans(before: Comparable, after: Comparable) {
  const [was, is] = [told(before), told(after)];
  return PlanField.options.flatMap((field) =>
    was[field] === is[field] && !(field === "account" && before.accountNumber !== after.accountNumber)
      ? []
      : [{ field, before: was[field], after: is[field] }],
  );
}

type Conversion = { owed: number; paid: number; deposit: number; free: number; asked?: number; currency: string };
/** How much of a plan a booking takes: all that is there and owed, or what was asked for; never so little that its
 * seats are not sold by it (R24). */
export function judgeConversion({ owed, paid, deposit, free, asked, currency }: Conversion): number | Fault {
  const most = owed - paid;
  if (most <= 0) return conflict("booking_paid");
  const money = moneyIn(currency);
  const least = Math.min(most, Math.max(1, deposit - paid));
  // No other amount would do: neither a smaller one nor a larger.
  if (free < least) return conflict("saved_below_deposit", { least: money(least), left: money(free) });
  const amount = asked ?? Math.min(free, most);
  if (amount > most) return conflict("more_than_owed", { most: money(most) });
  if (amount < least) return conflict("below_deposit", { least: money(least) });
  return amount > free ? conflict("insufficient_funds", { asked: money(amount), left: money(free) }) : amount;
}

/** Money neither comes to a closed plan nor becomes a trip. @throws Fault `plan_closed` */
export function mustBeOpen({ state }: { state: string }) {
  if (state === "closed") throw conflict("plan_closed");
}

/** A deposit's life: what may follow what. */
const NEXT: Record<DepositState, readonly DepositState[]> = {
  submitted: ["in_review", "verified", "rejected"],
  in_review: ["in_review", "verified", "rejected"],
  rejected: ["submitted"],
  verified: ["rejected"],
};
/** May a deposit go from the one state to the other? */
export const mayBecome = (from: DepositState, to: DepositState) => NEXT[from].includes(to);

const HEX = 12;
/** Twelve hexadecimal figures at random, in three blocks. */
export function drawStatementCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(HEX / 2));
  return showStatementCode(Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""));
}
/** As it is printed, however it was typed. */
export const showStatementCode = (typed: string) =>
  (
    typed
      .toUpperCase()
      .replace(/[^0-9A-F]/g, "")
      .match(/.{1,4}/g) ?? []
  ).join(" ");
