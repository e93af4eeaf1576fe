/** A calendar day as it is written: "2026-12-24". Such texts compare as days do. */
export type Day = string;

/** Days are texts like "2026-11-21", which compare as days do. */
export const isOnOrAfter = (day: Day, other: Day) => day >= other;

const utcOf = (day: Day) => Date.parse(`${day}T00:00:00Z`);
/** Whole days from one to the other; below zero when the other lies before. */
export const daysBetween = (from: Day, to: Day) => Math.round((utcOf(to) - utcOf(from)) / 86_400_000);

/** The same day of a later month, or that month's last. */
export function plusMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const at = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())));
  return at.toISOString().slice(0, 10);
}
