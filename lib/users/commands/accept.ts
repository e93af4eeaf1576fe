import { membershipChanged } from "@/lib/agencies/facts";
import { hashPassword, judgePassword } from "@/lib/identity/commands/passwords";
import { addLogin } from "@/lib/identity/commands/register";
import { isReadOnly } from "@/lib/identity/policy";
import { phoneAt } from "@/lib/identity/queries";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { anyone, command } from "@/lib/kernel/command";
import { Fault, invalid } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { type Accepted, AcceptInvitation } from "../contract";
import { invitationAccepted, standingChanged } from "../facts";
import { openHeld } from "../queries";
import { setInvitation } from "../store/invitations";
import { addMember, findPerson, lockAnyMember, type Newcomer, setMember } from "../store/users";

type Held = Awaited<ReturnType<typeof openHeld>>;
type Given = { name?: string; email?: string; phone?: string; password?: string; passwordHash: string | null };

/** A login of its own for who has none: the link came to this contact, so that is proven. */
async function newLogin(work: Work, { invitation }: Held, given: Given): Promise<Newcomer> {
  const name = given.name ?? invitation.personName;
  if (!name) throw invalid("name", "required");
  if (!given.passwordHash) throw invalid("password", "required");
  const own = !invitation.email && !invitation.phone;
  const phone = own && given.phone ? await phoneAt(work, given.phone) : invitation.phone;
  const email = own ? (given.email ?? null) : invitation.email;
  if (own && given.phone && !phone) throw invalid("phone", "invalid_format");
  if (!email && !phone) throw invalid("email", "required");
  judgePassword(given.password ?? "", [email, phone]);
  const byEmail = { emailProvenAt: work.now, passwordBy: "email" as const };
  const byPhone = { phoneProvenAt: work.now, passwordBy: "phone" as const };
  const proven = own ? {} : email ? byEmail : byPhone;
  const login = { personName: name, email, phone, passwordHash: given.passwordHash, locale: invitation.locale };
  return addLogin(work, { ...login, passwordAt: work.now, ...proven });
}

/** The roles of the invitation, beside those one has; who left and comes back begins anew. */
async function join(work: Work, { invitation }: Held, who: Newcomer) {
  const { roles, branchId } = invitation;
  const inside = await lockAnyMember(work, who.id);
  if (!inside) {
    const { id: userId, personName, email, phone, avatar } = who;
    return addMember(work, { id: newId(), userId, personName, email, phone, avatar, roles, branchId });
  }
  if (inside.disabledAt && !inside.removedAt) throw new Fault("forbidden", "membership_disabled");
  const kept = inside.removedAt ? [] : inside.roles;
  const place = {
    roles: [...new Set([...kept, ...roles])],
    branchId: branchId ?? (inside.removedAt ? null : inside.branchId),
  };
  const again = { personName: who.personName, email: who.email, phone: who.phone, avatar: who.avatar };
  if (inside.removedAt) work.tell(standingChanged, { agencyId: agencyOf(work), userId: who.id, back: true });
  const back = inside.removedAt ? { ...again, disabledAt: null, removedAt: null, erasedAt: null } : {};
  return setMember(work, inside, { ...place, ...back });
}

/** Accepts an invitation, once: who is signed in joins, who is nobody gets a login. Roles come from the inviter alone.
 * @throws Fault `invitation_not_open` for used, revoked, old and foreign ones alike, `identifier_taken`, `membership_disabled` */
export const acceptInvitation = command({
  name: "users.accept_invitation",
  fence: "platform",
  input: AcceptInvitation,
  prepare: async (call, input) => ({
    ...input,
    passwordHash: input.password && !isPerson(call.actor) ? await hashPassword(input.password) : null,
  }),
  load: (work, { token }) => openHeld(work, token, true),
  allow: anyone,
  run: async (work, given, held): Promise<Accepted> => {
    if (isReadOnly(held.status)) throw new Fault("forbidden", "agency_read_only");
    const who = isPerson(work.actor) ? await findPerson(work, work.actor.userId) : await newLogin(work, held, given);
    if (!who) throw new Fault("unauthenticated", "unauthenticated");
    const { roles } = await join(work, held, who);
    const { invitation } = held;
    await setInvitation(work, invitation, { acceptedAt: work.now, acceptedBy: who.id });
    const [agencyId, userId] = [agencyOf(work), who.id];
    work.tell(membershipChanged, { agencyId, userId });
    work.tell(invitationAccepted, { agencyId, userId, invitationId: invitation.id, invitedBy: invitation.invitedBy });
    return { agency: held.agency, roles, identifier: isPerson(work.actor) ? null : (who.email ?? who.phone) };
  },
});
