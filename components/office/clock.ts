import { cityOf } from "@/components/groups/zones";
import type { Branch } from "@/lib/agencies/contract/branch";
import { wallAt } from "@/lib/i18n/wall";

/** The office's clock: one's own branch, else the agency's zone under the name of a branch that keeps its time. */
export function clockOf(agency: { timeZone: string }, own: Branch | null, branches: readonly Branch[]) {
  const zone = own?.timeZone ?? agency.timeZone;
  const city = own?.city ?? branches.find(({ timeZone }) => timeZone === zone)?.city;
  return { label: city ?? cityOf(zone), zone };
}

/** How one greets at this hour of the zone. */
export function partOfDay(at: Date, zone: string): "morning" | "day" | "evening" {
  const { hour } = wallAt(at, zone);
  if (hour >= 4 && hour < 11) return "morning";
  return hour >= 11 && hour < 18 ? "day" : "evening";
}
