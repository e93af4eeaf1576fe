import type { Work } from "@/lib/kernel/call";
import { openText, sealText } from "@/lib/kernel/sealed-text";

/** Lists with numbers of passports are kept sealed, each bound to its own row (as numbers of papers are). */
const PURPOSE = "travel.rows";

export const sealRows = (work: Work, id: string, rows: unknown): string =>
  sealText(work, PURPOSE, id, JSON.stringify(rows));

/** @throws Error when it was sealed by another secret, for another row, or changed since */
export const openRows = <T>(work: Work, id: string, kept: string): T =>
  JSON.parse(openText(work, PURPOSE, id, kept)) as T;
