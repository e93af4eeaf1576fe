import { z } from "zod";
import { Permission } from "@/lib/agencies/contract/requests";
import { mayDecideRequest } from "@/lib/agencies/policy";
import { findLogin, openAvatar } from "@/lib/identity/queries";
import { isPerson, isSystem } from "@/lib/kernel/actor";
import { avatarPath } from "@/lib/kernel/avatar-path";
import type { Work } from "@/lib/kernel/call";
import { anyone, nothing } from "@/lib/kernel/command";
import { Fault, notFound } from "@/lib/kernel/fault";
import type { Page } from "@/lib/kernel/page";
import { query } from "@/lib/kernel/query";
import { openSealed } from "@/lib/kernel/sealed";
import {
  type Invitation,
  type InvitationCard,
  ListInvitations,
  ListUsers,
  ReadAvatar,
  ReadInvitation,
  type User,
} from "./contract";
import { mayChangeUser, mayExportUsers, mayInvite, maySeeUsers } from "./policy";
import { stateOf } from "./rules";
import { findHeld, findInvitations, type InvitationRow, listInvitationRows } from "./store/invitations";
import { findAvatar, listUserRows, type UserRow } from "./store/users";

/** Plain verb: a membership as the list shows it to this reader. */
export const showUser = ({ actor }: Pick<Work, "actor">, user: UserRow): User => ({
  id: user.userId,
  name: user.personName,
  email: user.email,
  phone: user.phone,
  roles: user.roles,
  branchId: user.branchId,
  since: user.createdAt,
  grants: Permission.options.filter((one) => user.grants.includes(one)),
  status: user.removedAt ? "removed" : user.disabledAt ? "disabled" : "active",
  avatar: avatarPath(user.userId, user.avatar),
  mayChange: mayChangeUser(actor, user),
  mayTakeBack: user.grants.length > 0 && mayDecideRequest(actor, user),
});

/** Plain verb: an invitation as its list shows it. */
export const showInvitation = ({ now }: Pick<Work, "now">, row: InvitationRow): Invitation => ({
  id: row.id,
  name: row.personName,
  email: row.email,
  phone: row.phone,
  roles: row.roles,
  branchId: row.branchId,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
  state: stateOf(row, now),
});

async function list(work: Work, input: ListUsers): Promise<Page<User>> {
  const page = await listUserRows(work, input);
  return { ...page, data: page.data.map((row) => showUser(work, row)) };
}

/** The people of the agency within reach, by name. */
export const listUsers = query({
  name: "users.list",
  input: ListUsers,
  load: nothing,
  allow: maySeeUsers,
  run: list,
});

/** The same list, taken out of the house. */
export const exportUsers = query({
  name: "users.export",
  input: ListUsers,
  load: nothing,
  allow: mayExportUsers,
  run: list,
});

/** The picture of somebody: for the office that sees them, and for who travels with them. @throws Fault `avatar_not_found` */
export const readAvatar = query({
  name: "users.read_avatar",
  input: ReadAvatar,
  load: async (work, { id }) => {
    const found = isPerson(work.actor) ? await findAvatar(work, id, work.actor.userId) : null;
    const sees = maySeeUsers(work.actor) || found?.together || (isPerson(work.actor) && work.actor.userId === id);
    if (!found || !sees) throw notFound("avatar");
    return found;
  },
  allow: isPerson,
  run: (work, { id }, { avatar }) => openAvatar(work, id, avatar),
});

/** Who was invited, the last first. */
export const listInvitations = query({
  name: "users.list_invitations",
  input: ListInvitations,
  load: nothing,
  allow: mayInvite,
  run: async (work, input): Promise<Page<Invitation>> => {
    const page = await listInvitationRows(work, input);
    return { ...page, data: page.data.map((row) => showInvitation(work, row)) };
  },
});

const notOpen = () => new Fault("not_found", "invitation_not_open");

/** Plain verb: the invitation under a token, as long as it can be accepted, in the agency of the work if there is one.
 * @throws Fault `invitation_not_open` */
export async function openHeld(work: Work, token: string, lock = false) {
  const id = openSealed(work, "invitation", token);
  const held = id ? await findHeld(work, id, lock) : null;
  const foreign = work.agencyId !== null && held?.agency.id !== work.agencyId;
  if (!held || foreign || stateOf(held.invitation, work.now) !== "open") throw notOpen();
  return held;
}

/** What an invitation says to who holds its token. @throws Fault `invitation_not_open` */
export const readInvitation = query({
  name: "users.read_invitation",
  fence: "platform",
  input: ReadInvitation,
  load: (work, { token }) => openHeld(work, token),
  allow: anyone,
  run: async (work, _input, { invitation, agency }): Promise<InvitationCard> => {
    const { personName: name, email, phone, roles, expiresAt } = invitation;
    return {
      agency,
      name,
      email,
      phone,
      roles,
      expiresAt,
      hasLogin: (await findLogin(work, { email, phone })) !== null,
    };
  },
});

/** For the task that writes to them: invitations that still wait. */
export const readInvitationLetters = query({
  name: "users.read_invitation_letters",
  input: z.strictObject({ invitationIds: z.array(z.uuid()).max(100) }),
  load: nothing,
  allow: isSystem,
  run: async (work, { invitationIds }) =>
    (await findInvitations(work, invitationIds)).filter((row) => stateOf(row, work.now) === "open"),
});
