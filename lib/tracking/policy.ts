import { type Actor, isPerson } from "@/lib/kernel/actor";
import { may, reach } from "@/lib/kernel/permission";

/** `runs`: whether the trip is under way; operators see positions only then (PRODUCT 3). */
type GroupSubject = { groupId: string; branchId: string | null; runs: boolean };

/** Trackers and the base map are for the agency's people: somebody without a role in it is none of them. */
export const isMember = (actor: Actor) => isPerson(actor) && actor.roles.length > 0;

/** The group's map: leaders and back office; a pilgrim sees nobody but himself and the meeting point. */
export const maySeeGroupPositions = (actor: Actor, group: GroupSubject) => may(actor, "see", "positions", group);

/** How many share and are heard: whoever may see the maps of a branch or of the agency. */
export const mayCountSignal = (actor: Actor) => ["agency", "branch"].includes(reach(actor, "positions").scope);

type HistorySubject = GroupSubject & { userId: string; own: boolean; file: boolean };

/** One person's history: like the map, and always one's own; as a file it takes the right to export. */
export const maySeeHistory = (actor: Actor, subject: HistorySubject) =>
  may(actor, "see", "positions", subject) && (subject.own || !subject.file || mayExportWays(actor, subject));

/** Whether somebody else's way may be taken out as a file. */
export const mayExportWays = (actor: Actor, group: GroupSubject) => may(actor, "export", "positions", group);

/** Who looked is told to the person looked at. */
export const mayReadLooks = (actor: Actor, { userId }: { userId: string }) =>
  isPerson(actor) && actor.userId === userId;

/** Positions are sent by the person who is there. */
export const maySend = (actor: Actor, sender: { userId: string }) =>
  actor.kind === "person" && actor.userId === sender.userId;

/** The base map belongs to the agency's settings. */
export const mayChangeMap = (actor: Actor) => may(actor, "change", "agency");
