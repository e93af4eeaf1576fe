import { membershipChanged } from "@/lib/agencies/facts";
import { isStaff } from "@/lib/agencies/policy";
import { findBranch } from "@/lib/agencies/queries/branches";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, forbidden, notFound } from "@/lib/kernel/fault";
import { Id, UpdateUser, type User } from "../contract";
import { standingChanged } from "../facts";
import { boundTo, mayChangeUser, mayPlace, maySeeUsers } from "../policy";
import { showUser } from "../queries";
import { revokeOf, revokeOutside } from "../store/invitations";
import { countOtherOwners, lockMember, setMember, type UserRow } from "../store/users";

/** Somebody within reach, locked. @throws Fault `user_not_found`, `not_yourself` */
export async function loadUser(work: Work, { id }: { id: string }): Promise<UserRow> {
  const found = await lockMember(work, id);
  if (!found) throw notFound("user");
  if (isPerson(work.actor) && work.actor.userId === id && maySeeUsers(work.actor)) throw conflict("not_yourself");
  return found;
}

/** An agency keeps somebody who may do everything. @throws Fault `last_owner` */
export async function keepOwner(work: Work, user: UserRow) {
  if (!user.roles.includes("owner") || user.disabledAt) return;
  if ((await countOtherOwners(work, user.userId)) === 0) throw conflict("last_owner");
}

/** Roles, branch, the name the agency knows, and whether somebody may come in.
 * @throws Fault `last_owner`, `not_yourself`, `branch_not_found`, `user_not_found` */
export const updateUser = command({
  name: "users.update",
  input: UpdateUser,
  load: (work, { id }) => loadUser(work, { id }),
  allow: mayChangeUser,
  run: async (work, { name, roles, branchId, disabled }, user): Promise<User> => {
    const place = { roles: roles ?? user.roles, branchId: branchId === undefined ? user.branchId : branchId };
    if (!mayPlace(work.actor, place)) throw forbidden();
    if (branchId) await findBranch(work, branchId);
    const steps = disabled === true || !place.roles.includes("owner");
    if (steps) await keepOwner(work, user);
    const lost = disabled === true || user.roles.some((role) => !place.roles.includes(role));
    if (lost) await revokeOf(work, { ...user, email: null, phone: null });
    const bound = boundTo(place);
    if (bound) await revokeOutside(work, user.userId, bound);
    const after = await setMember(work, user, {
      ...place,
      // What was given to somebody of the staff is not a traveller's.
      ...(isStaff(place.roles) ? {} : { grants: [] }),
      ...(name === undefined ? {} : { personName: name }),
      ...(disabled === undefined ? {} : { disabledAt: disabled ? (user.disabledAt ?? work.now) : null }),
    });
    work.tell(membershipChanged, { agencyId: agencyOf(work), userId: user.userId });
    const back = user.disabledAt !== null && after.disabledAt === null;
    if (lost || back) work.tell(standingChanged, { agencyId: agencyOf(work), userId: user.userId, back });
    return showUser(work, after);
  },
});

/** Takes somebody out of the agency; what they did stays, and they can be invited again.
 * @throws Fault `last_owner`, `not_yourself`, `user_not_found` */
export const removeUser = command({
  name: "users.remove",
  input: Id,
  load: loadUser,
  allow: mayChangeUser,
  run: async (work, _input, user): Promise<void> => {
    await keepOwner(work, user);
    await leave(work, user);
  },
});

/** Plain verb: takes somebody out of the agency. What they were part of stays in the records. */
export async function leave(work: Work, user: UserRow): Promise<UserRow> {
  await revokeOf(work, user);
  const who = { agencyId: agencyOf(work), userId: user.userId };
  work.tell(membershipChanged, who);
  work.tell(standingChanged, { ...who, back: false });
  return setMember(work, user, { grants: [], removedAt: work.now, disabledAt: user.disabledAt ?? work.now });
}
