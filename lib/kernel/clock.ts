import { z } from "zod";

/** A moment: RFC 3339 on the wire, a Date inside. (`z.coerce.date()` has no JSON Schema.) */
export const Instant = z.codec(
  z.iso.datetime({ offset: true }).meta({ examples: ["2026-11-21T05:18:00.000Z"] }),
  z.date(),
  { decode: (iso) => new Date(iso), encode: (date) => date.toISOString() },
);

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const addMs = (at: Date, ms: number) => new Date(at.getTime() + ms);
