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

type Issue = z.core.$ZodIssue;
/** What a problem is called; a rule of ours says its own name. */
const problemOf = (issue: Issue) =>
  issue.code === "unrecognized_keys" ? "unknown_field" : issue.code === "custom" ? issue.message : issue.code;

/** The bound that was missed, and what it counts: a sentence about "too short" has to say how long. */
function boundOf(issue: Issue): { limit: number; counts: string } | null {
  if (issue.code === "too_small") return { limit: Number(issue.minimum), counts: issue.origin };
  if (issue.code === "too_big") return { limit: Number(issue.maximum), counts: issue.origin };
  const limit = issue.code === "custom" ? issue.params?.limit : undefined;
  return typeof limit === "number" ? { limit, counts: "own" } : null;
}

/** @throws Fault `validation` with the problems by field, and the bounds that were missed. */
export function parse<I extends z.ZodType>(schema: I, raw: unknown): z.output<I> {
  const parsed = schema.safeDecode(raw as z.input<I>);
  if (parsed.success) return parsed.data;
  // A Map: a field may be called "constructor" or "__proto__".
  const fields = new Map<string, string[]>();
  const bounds = new Map<string, NonNullable<ReturnType<typeof boundOf>>>();
  for (const issue of parsed.error.issues) {
    const path =
      [...issue.path, ...(issue.code === "unrecognized_keys" ? [issue.keys[0] ?? ""] : [])].join(".") || "body";
    fields.set(path, [...(fields.get(path) ?? []), problemOf(issue)]);
    const bound = boundOf(issue);
    // Of several problems the first is told, with its own bound.
    if (bound && fields.get(path)?.length === 1) bounds.set(path, bound);
  }
  const told = bounds.size > 0 ? { bounds: Object.fromEntries(bounds) } : {};
  throw new Fault("invalid", "validation", { fields: Object.fromEntries(fields), ...told });
}
