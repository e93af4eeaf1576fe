import { z } from "zod";

export { DAY, HOUR, MINUTE, SECOND } from "./span";

/** A moment: RFC 3339 on the wire, a Date inside. (`z.coerce.date()` has no JSON Schema.) */
export const Instant = z.codec(
  z.iso.datetime({ offset: true }).meta({ examples: ["2026-11-21T05:18:00.000Z"] }),
  z.date(),
  { decode: (iso) => new Date(iso), encode: (date) => date.toISOString() },
);

export const addMs = (at: Date, ms: number) => new Date(at.getTime() + ms);
