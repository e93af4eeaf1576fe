import { type Actor, isPerson, type Role } from "@/lib/kernel/actor";
import { may, reach } from "@/lib/kernel/permission";
import type { GroupRole } from "./contract";

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

/** The same person without some of their roles. */
const without = (actor: Actor, role: Role): Actor =>
  isPerson(actor)
    ? { ...actor, roles: actor.roles.filter((one) => one !== role), leads: role === "leader" ? [] : actor.leads }
    : actor;

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
export const maySeeSharing = (actor: Actor, group: GroupSubject, member: { userId: string }) =>
  isOwnPlace(actor, member) || may(actor, "see", "positions", { ...group, userId: member.userId });
