import { z } from "zod";

export { DAY, HOUR, MINUTE, SECOND } from "./durations";

/** Years that every part of the house writes alike, from 1970 to 9999: no two digits, no sign, no fifth digit. */
const [FIRST, LAST] = [new Date(0), new Date("9999-12-31T23:59:59.999Z")];
/** A moment that the database and every client can hold. */
export const isInstant = (at: Date) => at >= FIRST && at <= LAST;

/** A moment: RFC 3339 on the wire, a Date inside. (`z.coerce.date()` has no JSON Schema.) */
export const Instant = z.codec(
  z.iso.datetime({ offset: true }).meta({ examples: ["2026-11-21T05:18:00.000Z"] }),
  z.date().min(FIRST).max(LAST),
  { decode: (iso) => new Date(iso), encode: (date) => date.toISOString() },
);

/** A day of the calendar, such as 1968-03-14: nobody was born, paid or travelled before 1900, and no database knows a year 0. */
export const Day = z.iso.date().refine((day) => day >= "1900-01-01", { error: "invalid_format" });

/** So many milliseconds later. */
export const addMs = (at: Date, ms: number) => new Date(at.getTime() + ms);

/** Asking the runtime costs more than everything else of a row, and its zones don't change. */
const zones = new Map<string, string | null>();
const ZONES_KEPT = 2_000;

/** The one spelling of an IANA zone, such as `Asia/Riyadh` for `asia/riyadh`; null for what this runtime does not know,
 * and for bare offsets, which others read with the opposite sign. */
export function canonicalZone(name: string): string | null {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const found = /^[+-]/.test(name) ? null : resolveZone(name);
  if (zones.size < ZONES_KEPT) zones.set(name, found);
  return found;
}

function resolveZone(timeZone: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** An IANA zone in any spelling this runtime knows; inside, the canonical one. */
export const TimeZone = z
  .string()
  .max(60)
  .refine((name) => canonicalZone(name) !== null, { error: "time_zone_unknown", abort: true })
  .overwrite((name) => canonicalZone(name) ?? name);
