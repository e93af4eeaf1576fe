/** A moment as people of a zone read it off the wall: "2026-11-18T04:00", what a date-and-time field holds. */
export function toWall(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "00";
  return `${of("year")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}`;
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
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(at);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  return name.replace("GMT", "") || "+00:00";
}
