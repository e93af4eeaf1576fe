import { useTranslations } from "next-intl";
import { fieldsOf, useFieldErrors } from "@/components/shell/field-errors";
import { TRIP_DAYS } from "@/lib/groups/contract";
import { type DraftErrors, draftFieldOf } from "./group-draft";

/** What is wrong with a field of a group's form, found by ourselves or by the server.
 * @param details what the server's refusal named */
export function useDraftWords(errors: DraftErrors, details: unknown): (field: keyof DraftErrors) => string | null {
  const t = useTranslations("office.form");
  const problem = useTranslations("errors.fields");
  const refusalOf = useFieldErrors(details);
  return (field) => {
    const found = errors[field];
    if (!found) return null;
    if (found === "required") return problem("required");
    if (found === "order") return problem("ends_before_start");
    if (found === "length") return problem("trip_too_long", { limit: TRIP_DAYS });
    if (found === "number") return t(field === "capacity" ? "capacityRange" : "numberRange");
    const path = Object.keys(fieldsOf(details)).find((one) => draftFieldOf(one) === field);
    return (path && refusalOf(path)) || problem("invalid_format");
  };
}
