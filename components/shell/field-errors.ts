"use client";

import { useTranslations } from "next-intl";

/** Sentences for the problems a `validation` refusal names by field. @param details what the action answered with */
export function useFieldErrors(details: unknown): (field: string) => string | undefined {
  const t = useTranslations("errors.fields");
  const fields = (details as { fields?: Record<string, string[]> } | null | undefined)?.fields ?? {};
  return (field) => {
    const problem = fields[field]?.[0];
    if (!problem) return undefined;
    const known = problems.find((one) => one === problem);
    return t(known ?? "custom");
  };
}

const problems = [
  "required",
  "too_small",
  "too_big",
  "invalid_type",
  "invalid_format",
  "invalid_value",
  "unknown_field",
  "same_as_identifier",
] as const;
