/** What the calendar and the clock on a wall show: month 1 to 12, weekday 0 (Sunday) to 6, hour 0 to 23. */
export type Wall = { year: number; month: number; day: number; weekday: number; hour: number; minute: number };

const walls = new Map<string, Intl.DateTimeFormat>();

function wallOf(zone: string): Intl.DateTimeFormat {
  const known = walls.get(zone);
  if (known) return known;
  const figure = "numeric" as const;
  const parts = { year: figure, month: figure, day: figure, hour: figure, minute: figure, hourCycle: "h23" } as const;
  const made = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", { ...parts, timeZone: zone });
  walls.set(zone, made);
  return made;
}

/** The wall of a zone at a moment; the same in every engine, as only figures are read from it. */
export function wallAt(at: Date, zone: string): Wall {
  const parts = new Map(
    wallOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number.parseInt(value, 10)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const [year, month, day] = [of("year"), of("month"), of("day")];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, weekday, hour: of("hour"), minute: of("minute") };
}

/** The day of a zone at a moment, as a date field writes it: "2026-11-21". Such texts compare as days do. */
export function dayAt(at: Date, zone: string): string {
  const { year, month, day } = wallAt(at, zone);
  return [String(year).padStart(4, "0"), ...[month, day].map((part) => String(part).padStart(2, "0"))].join("-");
}
