"use client";

import { useTranslations } from "next-intl";

type Bound = { limit: number; counts: string };
type Details = { fields?: Record<string, string[]>; bounds?: Record<string, Bound> } | null | undefined;

/** The problems a refusal names, by field. */
export const fieldsOf = (details: unknown) => (details as Details)?.fields ?? {};

/** Sentences for the problems a refusal names by field: what is wrong and what to do.
 * @param details what the action answered with */
export function useFieldErrors(details: unknown): (field: string) => string | undefined {
  const t = useTranslations("errors.fields");
  return (field) => {
    const problem = fieldsOf(details)[field]?.[0];
    if (!problem) return undefined;
    const bound = (details as Details)?.bounds?.[field];
    const bounded = bound && sentenceOf(problem, bound);
    if (bounded) return t(bounded, { limit: bound.limit });
    return t(plain.find((one) => one === problem) ?? "invalid_format");
  };
}

/** A sentence that says the bound; null where a number would help nobody. */
function sentenceOf(problem: string, { limit, counts }: Bound) {
  const isText = counts === "string";
  if (problem === "too_small" && limit === 1 && (isText || counts === "array")) return "required";
  if (problem === "too_small" && isText) return "too_short";
  if (problem === "too_big" && isText) return "too_long";
  const own = bounds.find((one) => one === problem);
  return own && (counts === "own" || counts === "number") ? own : null;
}

const bounds = ["too_small", "too_big", "name_too_long", "trip_too_long"] as const;
const plain = [
  "required",
  "invalid_type",
  "invalid_format",
  "invalid_value",
  "unknown_field",
  "same_as_identifier",
  "wrong_password",
  "columns_missing",
  "too_many_rows",
  "contact_missing",
  "role_unknown",
  "role_not_yours",
  "branch_unknown",
  "there_already",
  "ends_before_start",
  "number_taken",
  "already_past",
  "hidden_characters",
  "nothing_to_read",
  "slug_unusable",
  "time_zone_unknown",
  "currency_unknown",
  "colour_too_pale",
  "to_before_from",
  "tier_twice",
  "unstorable",
  "sheet_unreadable",
  "sheet_empty",
  "sheet_too_large",
] as const;
