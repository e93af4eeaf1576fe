import { z } from "zod";
import { isPerson, isSystem } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { anyone, nothing } from "@/lib/kernel/command";
import { Fault, notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import { sealId } from "@/lib/kernel/sealed";
import { CONTACTS, GuestToken, type Key, type LoginKeys, NoInput, type User } from "./contract";
import { isOwn } from "./policy";
import { avatarKey, digitsFor, HOME_COUNTRY, keysBeside, masked, normalisePhone, provenColumn } from "./rules";
import { findCode } from "./store/codes";
import { findGuest } from "./store/guests";
import { findSession, listSessions, type SessionRow } from "./store/sessions";
import { findAgency, findAgencyName, findStanding } from "./store/standing";
import { findCountry, findUser, findUserById, listMemberships, type MembershipRow, type UserRow } from "./store/users";

/** For doors: who a session is and what they may do in each agency. Null when there is no such session. */
export const readStanding = query({
  name: "identity.read_standing",
  fence: "platform",
  input: z.strictObject({ sid: z.uuid() }),
  load: nothing,
  allow: isSystem,
  run: (work, { sid }) => findStanding(work, sid),
});

/** For doors: which agency a slug or id means. Null when none. */
export const readAgencyAtDoor = query({
  name: "identity.read_agency_at_door",
  fence: "platform",
  input: z.strictObject({ slug: z.string().max(60).optional(), id: z.uuid().optional() }),
  load: nothing,
  allow: isSystem,
  run: findAgency,
});

/** For doors: whose guest token this is. Null when nobody's, or no longer. */
export const readGuest = query({
  name: "identity.read_guest",
  fence: "platform",
  input: z.strictObject({ token: GuestToken }),
  load: nothing,
  allow: isSystem,
  run: (work, { token }) => findGuest(work, token, work.now),
});

/** For the task that sends it: what a code or link says, and to whom. Null when nobody waits for it any more. */
export const readCodeLetter = query({
  name: "identity.read_code_letter",
  fence: "platform",
  input: z.strictObject({ codeId: z.uuid() }),
  load: nothing,
  allow: isSystem,
  run: async (work, { codeId }) => {
    const code = await findCode(work, codeId);
    if (!code?.recipient || !code.channel || code.usedAt || code.expiresAt <= work.now) return null;
    const { purpose, channel, recipient, locale, userId, doorId } = code;
    const digits = purpose === "reset" || purpose === "moved" ? null : digitsFor(work, code);
    const token = purpose === "reset" ? sealId(work, purpose, code.id) : null;
    const door = doorId ? await findAgencyName(work, doorId) : null;
    return { purpose, channel, recipient, locale, userId, digits, token, agencyId: doorId, agency: door };
  },
});

/** Where the people at this door dial from: the agency's country, else the house's. */
export const readCountry = query({
  name: "identity.read_country",
  fence: "platform",
  input: NoInput,
  load: nothing,
  allow: anyone,
  run: async (work) => (work.agencyId && (await findCountry(work, work.agencyId))) || HOME_COUNTRY,
});

/** Plain verb: E.164 of what was typed at this agency's door, or null when it is no number.
 * @param country of who typed it, where that is known better than from the door */
export async function phoneAt(work: Work, typed: string, country?: string): Promise<string | null> {
  const here = country ?? (work.agencyId && (await findCountry(work, work.agencyId)));
  return normalisePhone(typed, here || HOME_COUNTRY);
}

/** Plain verb: who has this e-mail address or phone. Platform fence. */
export async function findLogin(work: Work, contact: { email?: string | null; phone?: string | null }) {
  const byEmail = contact.email ? await findUser(work, { kind: "email", value: contact.email }) : null;
  return byEmail ?? (contact.phone ? findUser(work, { kind: "phone", value: contact.phone }) : null);
}

/** My login with the agencies I belong to. */
export const readProfile = query({
  name: "identity.read_profile",
  fence: "platform",
  input: NoInput,
  load: ownUser,
  allow: (actor, { user }) => isOwn(actor, { userId: user.id }),
  run: async (_work, _input, { user, memberships }) => userOf(user, memberships),
});

/** My own picture. @throws Fault `avatar_not_found` */
export const readOwnAvatar = query({
  name: "identity.read_avatar",
  fence: "platform",
  input: z.strictObject({ v: z.uuid().optional() }),
  load: ownUser,
  allow: (actor, { user }) => isOwn(actor, { userId: user.id }),
  run: (work, _input, { user }) => openAvatar(work, user.id, user.avatar),
});

/** Plain verb: the picture of somebody whom the reader may see. @throws Fault `avatar_not_found` */
export async function openAvatar({ ports }: Pick<Work, "ports">, userId: string, avatar: string | null) {
  const body = avatar ? await ports.files.get(avatarKey(userId, avatar)) : null;
  if (!body) throw notFound("avatar");
  return { body, type: "image/webp" };
}

/** My devices, the last seen first. */
export const listOwnSessions = query({
  name: "identity.list_sessions",
  fence: "platform",
  input: NoInput,
  load: ownUser,
  allow: (actor, { user }) => isOwn(actor, { userId: user.id }),
  run: async (work, _input, { user }) => {
    const rows = await listSessions(work, user.id);
    const current = isPerson(work.actor) ? work.actor.sessionId : null;
    const data = rows.map(({ id, kind, device, createdAt, seenAt }) => ({
      id,
      kind,
      createdAt,
      seenAt,
      current: id === current,
      ...(device ? { device } : {}),
    }));
    return { data, nextCursor: null };
  },
});

/** @throws Fault `unauthenticated` for everybody who is no person */
export async function ownUser(work: Work) {
  if (!isPerson(work.actor)) throw new Fault("unauthenticated", "unauthenticated");
  const { userId } = work.actor;
  const [user, memberships] = await Promise.all([findUserById(work, userId), listMemberships(work, userId)]);
  if (!user) throw new Fault("unauthenticated", "unauthenticated");
  return { user, memberships };
}

/** What opens my login, and what I am asked about it. */
export const readKeys = query({
  name: "identity.read_keys",
  fence: "platform",
  input: NoInput,
  load: ownUser,
  allow: (actor, { user }) => isOwn(actor, { userId: user.id }),
  run: async (work, _input, { user }): Promise<LoginKeys> => {
    const session = isPerson(work.actor) ? await findSession(work, work.actor.sessionId) : null;
    return showKeys(work, user, session);
  },
});

/** Plain verb: the same of a login that is at hand. Who did not come by the contact that asks hears only that it does. */
export async function showKeys(work: Work, user: UserRow, session: SessionRow | null): Promise<LoginKeys> {
  const contacts = CONTACTS.flatMap((contact) => {
    const value = user[contact];
    return value === null ? [] : [{ contact, value, provenAt: user[provenColumn(contact)] }];
  });
  const by = user.askedBy;
  const others = (await listSessions(work, user.id)).filter(({ id }) => id !== session?.id);
  const keys = by ? keysBeside(user, by, others.length) : [];
  if (!by || keys.length === 0) return { contacts, asked: null, others: [] };
  const here = session?.provenBy === by;
  const asked = { by, value: masked(by, user[by] ?? ""), here };
  return { contacts, asked, others: here ? keys.map((key) => showKey(user, key, others)) : [] };
}

function showKey(user: UserRow, key: Key, others: readonly SessionRow[]): LoginKeys["others"][number] {
  switch (key) {
    case "password":
      return { key, ...(user.passwordAt ? { since: user.passwordAt } : {}) };
    case "username":
      return { key, value: user.username ?? "" };
    case "devices":
      return {
        key,
        devices: others.map(({ device, seenAt }) => ({ ...(device ? { device } : {}), seenAt })),
      };
    default:
      return { key, value: masked(key, user[key] ?? ""), proven: user[provenColumn(key)] !== null };
  }
}

/** A login as API.md shows it to its owner. */
export const userOf = (user: UserRow, memberships: MembershipRow[]): User => ({
  id: user.id,
  name: user.personName,
  ...(user.email ? { email: user.email } : {}),
  ...(user.phone ? { phone: user.phone } : {}),
  ...(user.username ? { username: user.username } : {}),
  locale: user.locale,
  ...(user.timeZone ? { timeZone: user.timeZone } : {}),
  ...(user.avatar ? { avatar: `/api/v1/auth/avatar?v=${user.avatar}` } : {}),
  hasPassword: user.passwordHash !== null,
  memberships: memberships.map(({ agency, roles, branchId, grants }) => ({
    agency,
    roles,
    grants,
    ...(branchId ? { branchId } : {}),
  })),
});
