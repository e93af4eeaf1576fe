import { wallAt } from "./wall";

/** A moment as people of a zone read it off the wall: "2026-11-18T04:00", what a date-and-time field holds. */
export function toWall(at: Date, zone: string): string {
  const { year, month, day, hour, minute } = wallAt(at, zone);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

const utcOf = (wall: string) => Date.parse(`${wall}:00Z`);
const MINUTE = 60_000;
/** How far a zone is ahead of UTC; the wall clock shows no seconds. */
function aheadOf(zone: string, at: Date): number {
  const { year, month, day, hour, minute } = wallAt(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at.getTime() / MINUTE) * MINUTE;
}

/** The moment at which a zone shows what UTC shows at `asked`; in an hour that a clock change leaves out, the one after it. */
function momentOf(asked: number, zone: string): Date {
  let moment = asked;
  // Twice: the first guess may lie on the other side of a clock change.
  for (let turn = 0; turn < 2; turn++) moment = asked - aheadOf(zone, new Date(moment));
  return new Date(moment);
}

/** The moment at which the wall clock of a zone shows this; null for what is no time. */
export function fromWall(wall: string, zone: string): Date | null {
  const asked = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) ? utcOf(wall) : Number.NaN;
  return Number.isNaN(asked) ? null : momentOf(asked, zone);
}

/** What lies between two moments by the wall clock of a zone, in milliseconds. */
export const betweenOnWall = (from: Date, to: Date, zone: string): number =>
  to.getTime() + aheadOf(zone, to) - from.getTime() - aheadOf(zone, from);
/** So much later by that clock, whatever it was set forward or back in between. */
export const laterOnWall = (at: Date, wallMs: number, zone: string): Date =>
  momentOf(at.getTime() + aheadOf(zone, at) + wallMs, zone);

/** "+03:00" on that day. */
export function offsetOf(zone: string, at: Date): string {
  const minutes = aheadOf(zone, at) / MINUTE;
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
