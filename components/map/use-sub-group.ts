import { useMemo, useState } from "react";
import { byName } from "@/lib/i18n/order";
import type { MapMember } from "./model";

/** One bus or room of the group, or everybody: list, numbers and markers follow. */
export function useSubGroup(everybody: readonly MapMember[], locale: string) {
  const [chosen, choose] = useState("");
  const names = useMemo(
    () => [...new Set(everybody.flatMap(({ subGroup }) => subGroup ?? []))].sort(byName(locale)),
    [everybody, locale],
  );
  // A bus that is no more leaves nobody behind unseen.
  const value = names.includes(chosen) ? chosen : "";
  const others = useMemo(
    () => (value ? everybody.filter(({ subGroup }) => subGroup === value) : everybody),
    [everybody, value],
  );
  return { others, names, value, choose };
}
