import type { z } from "zod";
import { Fault } from "./fault";

/** Text as JSON; undefined, which no JSON means, where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws Fault `validation` with the problems by field. */
export function parse<I extends z.ZodType>(schema: I, raw: unknown): z.output<I> {
  const parsed = schema.safeDecode(raw as z.input<I>);
  if (parsed.success) return parsed.data;
  // A Map: a field may be called "constructor" or "__proto__".
  const fields = new Map<string, string[]>();
  for (const issue of parsed.error.issues) {
    const unknown = issue.code === "unrecognized_keys";
    const path = [...issue.path, ...(unknown ? [issue.keys[0] ?? ""] : [])].join(".") || "body";
    fields.set(path, [...(fields.get(path) ?? []), unknown ? "unknown_field" : issue.code]);
  }
  throw new Fault("invalid", "validation", { fields: Object.fromEntries(fields) });
}
