import type { Actor } from "@/lib/kernel/actor";
import { may, reach } from "@/lib/kernel/permission";

type GroupSubject = { groupId: string; branchId: string | null };

/** The group's map: leaders and back office; a pilgrim sees nobody but himself and the meeting point. */
export const maySeeGroupPositions = (actor: Actor, group: GroupSubject) => may(actor, "see", "positions", group);

/** How many share and are heard: whoever may see the maps of a branch or of the agency. */
export const mayCountSignal = (actor: Actor) => ["agency", "branch"].includes(reach(actor, "positions").scope);

/** One person's history: like the map, and always one's own. */
export const maySeeHistory = (actor: Actor, subject: GroupSubject & { userId: string }) =>
  may(actor, "see", "positions", subject);

/** Positions are sent by the person who is there. */
export const maySend = (actor: Actor, sender: { userId: string }) =>
  actor.kind === "person" && actor.userId === sender.userId;

/** The base map belongs to the agency's settings. */
export const mayChangeMap = (actor: Actor) => may(actor, "change", "agency");
