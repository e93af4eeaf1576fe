import { formatShortDate } from "@/lib/i18n/formats";

/** "Dec 2026" of "2026-12": a short date without its day. */
export function formatMonthName(locale: string, month: string): string {
  const at = new Date(`${month}-15T12:00:00Z`);
  const full = formatShortDate(locale, at, { zone: "UTC", year: true });
  return full.replace(/\b15\b[ ,.]*|15[^\d]?\s/u, "").trim();
}
