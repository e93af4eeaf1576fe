import { wallAt } from "@/lib/i18n/wall";

/** "2026-12": the month of a moment by the clock of its zone. */
export function formatMonth(at: Date, zone: string): string {
  const { year, month } = wallAt(at, zone);
  return `${year}-${String(month).padStart(2, "0")}`;
}
