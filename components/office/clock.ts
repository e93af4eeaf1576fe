import { cityOf } from "@/components/groups/zones";
import type { Branch } from "@/lib/agencies/contract/branch";
import { wallAt } from "@/lib/i18n/wall";

/** The office's clock: one's own branch under the name its agency gave the city, else the agency's zone, which every
 * reader calls in their own language. */
export function clockOf(agency: { timeZone: string }, own: Pick<Branch, "timeZone" | "city"> | null) {
  const zone = own?.timeZone ?? agency.timeZone;
  return { label: own && own.city !== cityOf(zone) ? own.city : null, zone };
}

/** How one greets at this hour of the zone. */
export function partOfDay(at: Date, zone: string): "morning" | "day" | "evening" {
  const { hour } = wallAt(at, zone);
  if (hour >= 4 && hour < 11) return "morning";
  return hour >= 11 && hour < 18 ? "day" : "evening";
}
