import type { Actor } from "@/lib/kernel/actor";
import { may, reach } from "@/lib/kernel/permission";

/** What policy asks about a departure that is prepared: whose it is, and which group travels. */
export type TripSubject = { branchId: string | null; groupId: string | null };

const asSubject = ({ branchId, groupId }: TripSubject) => ({ branchId, ...(groupId && { groupId }) });

/** Whether the departure lies within reach: outside of it there is none. */
export function reachesTrip(actor: Actor, { branchId, groupId }: TripSubject): boolean {
  const within = reach(actor, "travel");
  if (within.scope === "agency") return true;
  const inGroup = (groups: readonly string[]) => groupId !== null && groups.includes(groupId);
  if (within.scope === "branch") return branchId === within.branchId || inGroup(within.groups);
  return within.scope === "groups" && inGroup(within.groups);
}
/** Rooms, seats, and who is ready. */
export const maySeeTravel = (actor: Actor, trip: TripSubject) => may(actor, "see", "travel", asSubject(trip));
export const mayArrange = (actor: Actor, trip: TripSubject) => may(actor, "change", "travel", asSubject(trip));
/** Whether the rooming list may leave the house as a file. */
export const mayExportRooming = (actor: Actor, trip: TripSubject) =>
  maySeeTravel(actor, trip) && may(actor, "export", "travel", asSubject(trip));
/** Numbers of passports stand on a manifest: neither for viewers nor for leaders. */
export const maySeeManifest = (actor: Actor, trip: TripSubject) =>
  maySeeTravel(actor, trip) && may(actor, "see", "papers", asSubject(trip));
export const mayFreeze = (actor: Actor, trip: TripSubject) =>
  mayArrange(actor, trip) && may(actor, "change", "papers", asSubject(trip));
/** As a file it leaves the house. */
export const mayExportManifest = (actor: Actor, trip: TripSubject) =>
  maySeeManifest(actor, trip) && may(actor, "export", "papers", asSubject(trip));
/** Whoever sells takes passengers in. */
export const mayImport = (actor: Actor, { branchId }: TripSubject) => may(actor, "change", "bookings", { branchId });
/** While it is sold. */
export const mayImportInto = (actor: Actor, trip: TripSubject & { status: string }) =>
  (trip.status === "open" || trip.status === "full") && mayImport(actor, trip);
/** What was paid before comes in with them only by whoever may approve payments. */
export const mayTakeMoney = (actor: Actor, { branchId }: TripSubject) =>
  may(actor, "approve", "invoices", { branchId });
