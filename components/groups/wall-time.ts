import { wallAt } from "@/lib/i18n/wall";

/** A moment as people of a zone read it off the wall: "2026-11-18T04:00", what a date-and-time field holds. */
export function toWall(at: Date, zone: string): string {
  const { year, month, day, hour, minute } = wallAt(at, zone);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

const utcOf = (wall: string) => Date.parse(`${wall}:00Z`);

/** The moment at which the wall clock of a zone shows this; null for what is no time. In the hour that a clock change
 * leaves out, the moment after it. */
export function fromWall(wall: string, zone: string): Date | null {
  const asked = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) ? utcOf(wall) : Number.NaN;
  if (Number.isNaN(asked)) return null;
  let moment = asked;
  // Twice: the first guess may lie on the other side of a clock change.
  for (let turn = 0; turn < 2; turn++) moment += asked - utcOf(toWall(new Date(moment), zone));
  return new Date(moment);
}

/** "+03:00" on that day. */
export function offsetOf(zone: string, at: Date): string {
  // The wall clock shows no seconds.
  const minutes = utcOf(toWall(at, zone)) / 60_000 - Math.floor(at.getTime() / 60_000);
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
