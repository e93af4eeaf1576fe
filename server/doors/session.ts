import { isSlug } from "@/lib/agencies/contract/slug";
import { matchLocale } from "@/lib/i18n/locales";
import { GuestToken, type Standing, type StandingMembership } from "@/lib/identity/contract";
import { isReadOnly } from "@/lib/identity/policy";
import { readAgencyAtDoor, readGuest } from "@/lib/identity/queries";
import type { Actor, Person } from "@/lib/kernel/actor";
import type { Via } from "@/lib/kernel/call";
import { Fault, isFault, notFound } from "@/lib/kernel/fault";
import { siteOf } from "../http/hosts";
import { runtime } from "../runtime";
import { openCall } from "./call";
import { standingOf } from "./session-memory";
import { sidOfAccess, sidOfCookie } from "./tokens";

/** Who is at the door, and for which agency. */
export type Identity = {
  actor: Actor;
  agencyId: string | null;
  locale: string;
  readOnly: boolean;
  /** When the session ends unless it is refreshed, in milliseconds; null for nobody. */
  endsAt: number | null;
  /** What to say to who asks for an agency's things without being in one. */
  noAgency: Fault | null;
  /** The same person in another agency, member or not: for what a join code or a tracker token opens. */
  within: (agencyId: string) => Promise<Identity>;
};

/** Who is behind a socket. It is held as long as a phone is there, so of the session only what is asked of it. */
export type SocketIdentity = Omit<Identity, "actor" | "within"> & { actor: Person };

/** Which agency was asked for; `must` when a page or a socket names it, so that being no member is not_found. */
type Asked = { slug: string | null; must: boolean };
type Options = {
  /** The slug in the path of a page or action. */
  agency?: string;
  /** Credentials are not looked at: logging in must work beside a session that is over. */
  anonymous?: boolean;
};

/** Headers → who. Nobody when there are no credentials; bad ones are refused.
 * @throws Fault `unauthenticated` `token_expired` `session_replaced` `origin_refused` `agency_not_found` */
export async function identify(headers: Headers, via: Via, options: Options = {}): Promise<Identity> {
  const asked: Asked = {
    slug: options.agency ?? headers.get("x-agency") ?? slugOfHost(headers.get("host")),
    must: options.agency !== undefined,
  };
  const guest = options.anonymous ? null : guestTokenOf(headers, via);
  if (guest !== null) return guestOf(guest, matchLocale(headers.get("accept-language")) ?? "en");
  const sid = options.anonymous ? null : await sidOf(headers, via);
  if (sid !== null) return person(await readSessionOf(sid, headers.get("x-person")), asked);
  return nobody(asked, matchLocale(headers.get("accept-language")) ?? "en");
}

/** A socket's hand-shake: an access token or the session cookie. @throws Fault as `identify`, and for nobody */
export async function identifySocket(shake: {
  cookie?: string;
  token?: string;
  agency?: string;
  /** For whom the page was drawn that asks. */
  person?: string;
  host?: string;
}): Promise<SocketIdentity> {
  const sid = shake.token === undefined ? await sidOfCookie(shake.cookie) : await sidOfAccess(shake.token);
  if (sid === null) throw new Fault("unauthenticated", "unauthenticated");
  const slug = shake.agency ?? slugOfHost(shake.host ?? null);
  return held(person(await readSessionOf(sid, shake.person ?? null), { slug, must: shake.agency !== undefined }));
}

/** The same person in the same agency, asked anew of the database.
 * @throws Fault when the session ended or the membership is gone */
export async function identifyAgain({ actor, agencyId }: SocketIdentity): Promise<SocketIdentity> {
  const standing = await readSession(actor.sessionId, true);
  const here = standing.memberships.find((one) => one.agencyId === agencyId);
  if (agencyId !== null && !here) throw notFound("agency");
  return held(person(standing, { slug: here?.slug ?? null, must: false }));
}

const held = ({ within: _, ...identity }: PersonIdentity): SocketIdentity => identity;

const bearerOf = (headers: Headers) => /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
const guestTokenOf = (headers: Headers, via: Via): string | null => {
  const bearer = via === "http" ? bearerOf(headers) : undefined;
  return bearer && GuestToken.safeParse(bearer).success ? bearer : null;
};

/** Somebody without a login, in the one agency whose guest they are. @throws Fault `token_expired` */
async function guestOf(token: string, locale: string): Promise<Identity> {
  const call = openCall({ actor: { kind: "system", task: "identify" }, agencyId: null, via: "task" });
  const guest = await readGuest(call, { token });
  if (!guest) throw new Fault("unauthenticated", "token_expired");
  const self: Identity = {
    actor: { kind: "guest", phone: guest.phone },
    agencyId: guest.agencyId,
    locale,
    readOnly: isReadOnly(guest.status),
    endsAt: guest.endsAt.getTime(),
    noAgency: null,
    within: async (id) => (id === guest.agencyId ? self : nobodyAt(await agencyAt(id), locale)),
  };
  return self;
}

async function sidOf(headers: Headers, via: Via): Promise<string | null> {
  const bearer = bearerOf(headers);
  if (bearer && via === "http") return sidOfAccess(bearer);
  const sid = await sidOfCookie(headers.get("cookie"));
  if (sid !== null && via === "http") refuseOtherSites(headers);
  return sid;
}

/** A cookie goes along with what another site asks for; browsers then say which site it was. */
function refuseOtherSites(headers: Headers) {
  const origin = headers.get("origin");
  if (origin === null) return;
  const host = URL.canParse(origin) ? new URL(origin).host : null;
  if (host === null || host !== headers.get("host")) throw new Fault("forbidden", "origin_refused");
}

function slugOfHost(host: string | null): string | null {
  const site = siteOf(host ?? undefined, new URL(runtime().settings.publicUrl).hostname);
  return site?.kind === "agency" || site?.kind === "surface" ? site.slug : null;
}

/** A session that is still good, for every door. @throws Fault saying why it is not */
export async function readSession(sid: string, fresh = false): Promise<Standing> {
  const standing = await standingOf(sid, fresh);
  if (standing?.ended === "replaced") throw new Fault("unauthenticated", "session_replaced");
  if (!standing || standing.ended) throw new Fault("unauthenticated", "unauthenticated");
  if (standing.expiresAt <= Date.now()) throw new Fault("unauthenticated", "token_expired");
  return standing;
}

/** A page may outlive its reader's session on a shared phone: what it kept for one person never goes out as another's.
 * @throws Fault as `readSession`, and `unauthenticated` for the session of somebody else */
async function readSessionOf(sid: string, userId: string | null): Promise<Standing> {
  const standing = await readSession(sid);
  if (userId !== null && standing.userId !== userId) throw new Fault("unauthenticated", "unauthenticated");
  return standing;
}

type PersonIdentity = Identity & { actor: Person };

function person(standing: Standing, asked: Asked): PersonIdentity {
  const { memberships } = standing;
  const named = asked.slug === null ? undefined : memberships.find(({ slug }) => slug === asked.slug);
  const found = asked.slug === null && memberships.length === 1 ? memberships[0] : named;
  if (!found && asked.must) throw notFound("agency");
  const noAgency = found ? null : asked.slug === null ? agencyRequired(memberships) : notFound("agency");
  return personIn(standing, found ?? null, { agencyId: found?.agencyId ?? null, status: found?.status, noAgency });
}

const agencyRequired = (memberships: StandingMembership[]) =>
  new Fault("malformed", "agency_required", { agencies: memberships.map(({ slug }) => slug) });

/** The actor of a session, with what one membership gives. */
export const personOf = (standing: Standing, membership: StandingMembership | null = null): Person => ({
  kind: "person",
  userId: standing.userId,
  sessionId: standing.sid,
  roles: membership?.roles ?? [],
  branchId: membership?.branchId ?? null,
  grants: membership?.grants ?? [],
  leads: membership?.leads ?? [],
  groups: membership?.groups ?? [],
  superAdmin: standing.superAdmin,
});

type Place = { agencyId: string | null; status?: string; noAgency: Fault | null };

function personIn(standing: Standing, membership: StandingMembership | null, place: Place): PersonIdentity {
  const { agencyId, status, noAgency } = place;
  return {
    actor: personOf(standing, membership),
    agencyId,
    locale: standing.locale,
    readOnly: (status !== undefined && isReadOnly(status)) || membership?.isLook === true,
    endsAt: standing.expiresAt,
    noAgency,
    within: async (id) => {
      const known = standing.memberships.find((one) => one.agencyId === id);
      const agency = known ?? (await atDoor({ id }));
      if (!agency) throw notFound("agency");
      return personIn(standing, known ?? null, { agencyId: id, status: agency.status, noAgency: null });
    },
  };
}

/** What somebody who is nobody is told of a refusal: not what exists, nor what is wrong with a wish that is not theirs.
 * @param isOpen it is for everybody, signed in or not: then they read what they wrote wrongly
 * @throws Fault `unauthenticated`, or the error as given */
export const signInFirst =
  (isOpen: boolean) =>
  (error: unknown): never => {
    const tells = ["forbidden", "not_found", ...(isOpen ? [] : ["invalid"])];
    throw isFault(error) && tells.includes(error.kind) ? new Fault("unauthenticated", "unauthenticated") : error;
  };

/** A caller who is not signed in may still name an open agency: that is where a new person becomes a pilgrim. */
async function nobody(asked: Asked, locale: string): Promise<Identity> {
  const agency = asked.slug !== null && isSlug(asked.slug) ? await atDoor({ slug: asked.slug }) : null;
  if (!agency && asked.must) throw notFound("agency");
  const isOpen = agency && agency.status !== "pending" && agency.status !== "rejected";
  return nobodyAt(isOpen ? agency : null, locale);
}

function nobodyAt(agency: { agencyId: string; status: string } | null, locale: string): Identity {
  return {
    actor: { kind: "nobody" },
    agencyId: agency?.agencyId ?? null,
    locale,
    readOnly: agency !== null && isReadOnly(agency.status),
    endsAt: null,
    noAgency: agency ? null : new Fault("unauthenticated", "unauthenticated"),
    within: async (id) => nobodyAt(await agencyAt(id), locale),
  };
}

async function agencyAt(id: string) {
  const found = await atDoor({ id });
  if (!found) throw notFound("agency");
  return found;
}

const atDoor = (which: { slug: string } | { id: string }) =>
  readAgencyAtDoor(openCall({ actor: { kind: "system", task: "identify" }, agencyId: null, via: "task" }), which);
