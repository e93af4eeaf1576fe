import { type Actor, isPerson, isSystem, ROLES, type Role } from "@/lib/kernel/actor";
import { may, reach } from "@/lib/kernel/permission";

const GIVES: Partial<Record<Role, readonly Role[]>> = {
  owner: ROLES,
  admin: ROLES.filter((role) => role !== "owner"),
  manager: ["operator", "leader", "provider", "viewer", "pilgrim"],
};

/** The roles somebody may give, and take away: nobody reaches above themselves. */
export function givableRoles(actor: Actor): readonly Role[] {
  if (isSystem(actor)) return ROLES;
  if (!isPerson(actor)) return [];
  const given = new Set(actor.roles.flatMap((role) => GIVES[role] ?? []));
  return ROLES.filter((role) => given.has(role));
}

type Place = { roles: readonly Role[]; branchId: string | null };

/** May somebody bring people into this place, or act on who stands there? */
export const mayPlace = (actor: Actor, { roles, branchId }: Place): boolean =>
  may(actor, "change", "staff", { branchId }) && roles.every((role) => givableRoles(actor).includes(role));

/** The branch outside of which somebody in this place brings nobody in; null for who is bound to none. */
export const boundTo = ({ roles, branchId }: Place): string | null =>
  roles.includes("owner") || roles.includes("admin") ? null : branchId;

/** Nobody acts on themselves: another owner does. */
export const mayChangeUser = (actor: Actor, user: Place & { userId: string }): boolean =>
  mayPlace(actor, user) && !(isPerson(actor) && actor.userId === user.userId);

/** Names, addresses and numbers leave the house with whoever may take them out. */
export const mayExportUsers = (actor: Actor): boolean => may(actor, "export", "staff");
export const maySeeUsers = (actor: Actor): boolean => reach(actor, "staff").scope !== "none";
/** May invite at all, into some branch. */
export const mayInvite = (actor: Actor): boolean =>
  may(actor, "change", "staff", { branchId: isPerson(actor) ? actor.branchId : null });
