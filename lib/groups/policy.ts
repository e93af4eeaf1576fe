import { type Actor, isPerson } from "@/lib/kernel/actor";
import { may, reach } from "@/lib/kernel/permission";
import type { GroupRole, SharingState, TripState } from "./contract";

/** What policy asks about a group; `mine` is the caller's own role in it. */
export type GroupSubject = { groupId: string; branchId: string | null; mine?: GroupRole | null };

export const mayCreateGroup = (actor: Actor, group: { branchId: string | null }) =>
  may(actor, "change", "groups", group);
/** Whoever belongs to the agency; the list itself is narrowed by reach. */
export const mayListGroups = (actor: Actor) => reach(actor, "groups").scope !== "none";
export const mayExportGroups = (actor: Actor) => may(actor, "export", "groups");
export const mayExportRoster = (actor: Actor, group: GroupSubject) => may(actor, "export", "groups", group);
export const maySeeGroup = (actor: Actor, group: GroupSubject) => may(actor, "see", "groups", group);
/** Staff in their reach, and who leads or helps to lead the group. */
export const mayChangeGroup = (actor: Actor, group: GroupSubject) => may(actor, "change", "groups", group);

/** The same person without one of their roles, and without the groups that give it. */
function without(actor: Actor, role: "leader" | "pilgrim"): Actor {
  if (!isPerson(actor)) return actor;
  const roles = actor.roles.filter((one) => one !== role);
  return role === "leader" ? { ...actor, roles, leads: [], groups: [] } : { ...actor, roles, groups: actor.leads };
}

/** Staff: who may change the group without leading it. */
export const isGroupStaff = (actor: Actor, group: GroupSubject) => mayChangeGroup(without(actor, "leader"), group);

/** Leaders are made and unmade by staff; helpers by the group's leader too; a helper appoints nobody. */
export const mayAppoint = (actor: Actor, group: GroupSubject, from: GroupRole | null, to: GroupRole) =>
  isGroupStaff(actor, group) ||
  (mayChangeGroup(actor, group) && group.mine === "leader" && from !== "leader" && to !== "leader");

/** Everybody may go; only staff send a leader away. */
export const mayRemove = (actor: Actor, group: GroupSubject, member: { userId: string; role: GroupRole }) =>
  (isPerson(actor) && actor.userId === member.userId) ||
  isGroupStaff(actor, group) ||
  (mayChangeGroup(actor, group) && member.role !== "leader");

/** Whoever is signed in and not shut out of the agency. */
export const mayJoin = (actor: Actor, { shutOut }: { shutOut: boolean }) => isPerson(actor) && !shutOut;

/** One's own place in the group: sharing, who looked. */
export const isOwnPlace = (actor: Actor, { userId }: { userId: string }) => isPerson(actor) && actor.userId === userId;

/** PRODUCT 3: pilgrims see the phones of leaders and their own, everybody else in reach sees all. */
export const maySeePhone = (actor: Actor, group: GroupSubject, member: { userId: string; role: GroupRole }) =>
  member.role === "leader" || isOwnPlace(actor, member) || maySeeGroup(without(actor, "pilgrim"), group);
/** Whether somebody shares is told to whoever may see where they are. */
export const maySeeSharing = (actor: Actor, group: GroupSubject & { runs: boolean }, member: { userId: string }) =>
  isOwnPlace(actor, member) || may(actor, "see", "positions", { ...group, userId: member.userId });

export type Window = { startsAt: Date; endsAt: Date };

export const judgeTrip = ({ startsAt, endsAt }: Window, now: Date): TripState =>
  now < startsAt ? "upcoming" : now <= endsAt ? "running" : "past";

/** PRODUCT 4.2: an agency that is suspended or expired changes nothing, but a trip that runs keeps its positions, chat,
 * roll-call and SOS until it ends. For commands that are `evenReadOnly` and ask by their own `allow`. */
export const goesOn = ({ readOnly, now }: { readOnly: boolean; now: Date }, trip: Window) =>
  !readOnly || judgeTrip(trip, now) === "running";

/** What somebody agreed to in a group: from when, until when, and the pauses, of which the open one has no end. */
export type Consent = {
  sharing: SharingState;
  consentedAt: Date | null;
  showsFrom: Date | null;
  consentUntil: Date | null;
  pausedAt: Date | null;
  pauses: readonly (readonly [from: string, to: string])[];
};

/** The last moment that may be seen: a longer trip is not what was agreed to, a shorter one ends it sooner. */
export const consentEnds = ({ consentUntil }: Pick<Consent, "consentUntil">, { endsAt }: Pick<Window, "endsAt">) =>
  consentUntil !== null && consentUntil < endsAt ? consentUntil : endsAt;

/** Who shares at this moment, as it is shown: a consent that has run out is none, and must be asked for again. */
export const sharingNow = (
  member: Pick<Consent, "sharing" | "consentUntil">,
  group: Pick<Window, "endsAt">,
  now: Date,
): SharingState => (now > consentEnds(member, group) ? "off" : member.sharing);

/** May others know where this person was at that moment? A fix from before a pause counts though it arrives during it;
 * one from before the consent, from after its end, or from inside any pause never does. */
export function wasSharing(consent: Consent, group: Window, at: Date): boolean {
  const { sharing, consentedAt, showsFrom, pausedAt, pauses } = consent;
  if (sharing === "off" || consentedAt === null || at < (showsFrom ?? consentedAt)) return false;
  if (at < group.startsAt || at > consentEnds(consent, group)) return false;
  if (pausedAt !== null && at > pausedAt) return false;
  return !pauses.some(([from, to]) => at > new Date(from) && at < new Date(to));
}
