import type { Work } from "@/lib/kernel/call";
import { openText, sealText } from "@/lib/kernel/sealed-text";

/** Numbers of papers are kept sealed, each bound to its row and field: moved elsewhere it opens nowhere. */
export type PaperField = "passportNumber" | "nationalId";

const PURPOSE = "bookings.papers";

export const sealPaper = (work: Work, pilgrimId: string, field: PaperField, text: string): string =>
  sealText(work, PURPOSE, `${pilgrimId}:${field}`, text);

/** @throws Error when it was sealed by another secret, for another row, or changed since */
export const openPaper = (work: Work, pilgrimId: string, field: PaperField, kept: string): string =>
  openText(work, PURPOSE, `${pilgrimId}:${field}`, kept);
