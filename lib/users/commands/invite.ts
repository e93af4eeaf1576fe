import { findSelf } from "@/lib/agencies/queries/agency";
import { findBranch } from "@/lib/agencies/queries/branches";
import { phoneAt } from "@/lib/identity/queries";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { conflict, Fault, invalid, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { sealId } from "@/lib/kernel/sealed";
import { Id, type InviteUser as Input, InviteUser } from "../contract";
import { usersInvited } from "../facts";
import { mayInvite, mayPlace } from "../policy";
import { showInvitation } from "../queries";
import { INVITATION_MS, stateOf } from "../rules";
import { addInvitations, lockInvitation, type NewInvitation, setInvitation } from "../store/invitations";
import { isInside } from "../store/users";

/** Where the holder of this invitation accepts it; after the # no log sees it. */
const linkOf = (work: Pick<Work, "seal" | "publicUrl">, id: string) =>
  `${work.publicUrl}/invitation#${sealId(work, "invitation", id)}`;

type Wanted = Omit<Input, "name" | "locale"> & { name?: string; locale: string };

/** The row of one invitation; whoever asks must be allowed to place people there. */
export function draft(work: Work, { name, email, phone, roles, branchId, locale }: Wanted): NewInvitation {
  if (!isPerson(work.actor)) throw new Fault("unauthenticated", "unauthenticated");
  return {
    id: newId(),
    agencyId: agencyOf(work),
    invitedBy: work.actor.userId,
    roles,
    branchId,
    personName: name ?? null,
    email: email ?? null,
    phone: phone ?? null,
    locale,
    createdAt: work.now,
    expiresAt: addMs(work.now, INVITATION_MS),
  };
}

const TOGETHER = 100;
/** Keeps them and has those written to that name where. */
export async function invite(work: Work, rows: readonly NewInvitation[]) {
  await addInvitations(work, rows);
  const written = rows.filter(({ email, phone }) => email || phone).map(({ id }) => id);
  for (let i = 0; i < written.length; i += TOGETHER) {
    work.tell(usersInvited, { agencyId: agencyOf(work), invitationIds: written.slice(i, i + TOGETHER) });
  }
}

/** Invites somebody by a link, sent to them where a contact is named. The roles are the inviter's choice and stay with us.
 * @throws Fault `already_inside`, `branch_not_found`, `validation` */
export const inviteUser = command({
  name: "users.invite",
  input: InviteUser,
  load: async (work, { branchId, roles }) => {
    if (branchId && mayInvite(work.actor)) await findBranch(work, branchId);
    return { branchId, roles };
  },
  allow: mayPlace,
  run: async (work, input) => {
    const phone = input.phone === undefined ? undefined : await phoneAt(work, input.phone);
    if (phone === null) throw invalid("phone", "invalid_format");
    if (await isInside(work, { email: input.email, phone })) throw conflict("already_inside");
    const row = draft(work, { ...input, phone, locale: input.locale ?? (await findSelf(work)).locale });
    await invite(work, [row]);
    const shown = { ...row, acceptedAt: null, acceptedBy: null, revokedAt: null, createdAt: work.now };
    return { ...showInvitation(work, shown as never), link: linkOf(work, row.id) };
  },
});

/** An invitation that was not accepted opens nothing any more. @throws Fault `invitation_not_found` */
export const revokeInvitation = command({
  name: "users.revoke_invitation",
  input: Id,
  load: async (work, { id }) => {
    const found = await lockInvitation(work, id);
    if (!found || stateOf(found, work.now) === "revoked") throw notFound("invitation");
    return found;
  },
  allow: mayPlace,
  run: async (work, _input, found): Promise<void> => {
    if (found.acceptedAt) throw conflict("invitation_accepted");
    await setInvitation(work, found, { revokedAt: work.now });
  },
});
