import { type Actor, isPerson, type Role } from "@/lib/kernel/actor";

/** Sessions, profile and tokens are everybody's own, and nobody else's. */
export const isOwn = (actor: Actor, subject: { userId: string }) => isPerson(actor) && actor.userId === subject.userId;

/** How long a browser stays signed in. */
export const WEB_SECONDS = 30 * 24 * 3600;

type Surface = "office" | "lead" | "my";
const OFFICE: readonly Role[] = ["owner", "admin", "manager", "operator", "viewer"];

/** The surface of somebody's strongest role. */
export function surfaceOf(roles: readonly Role[]): Surface {
  if (roles.some((role) => OFFICE.includes(role))) return "office";
  return roles.includes("leader") ? "lead" : "my";
}

/** Where a membership begins its day. */
export const homeOf = ({ agency, roles }: { agency: { slug: string }; roles: readonly Role[] }) =>
  `/a/${agency.slug}/${surfaceOf(roles)}`;

/** Agencies that may look but not change. */
export const isReadOnly = (status: string) => status !== "active" && status !== "trial";

type Held = { roles: readonly string[]; singleSession: boolean };
const SINGLE: readonly Role[] = ["pilgrim", "leader"];

/**
 * May this person be signed in on one device only? Pilgrims and leaders, unless the agency allows more; staff of that
 * agency may hold several. The strictest membership counts; who belongs nowhere yet is a pilgrim.
 */
export function isSingleSession(memberships: readonly Held[], superAdmin: boolean): boolean {
  if (memberships.length === 0) return !superAdmin;
  return memberships.some(
    ({ roles, singleSession }) =>
      singleSession && SINGLE.some((role) => roles.includes(role)) && !OFFICE.some((role) => roles.includes(role)),
  );
}

const AT_GATES: readonly Role[] = ["owner", "admin", "manager", "operator", "leader"];
/** Whoever scans (PRODUCT 3) may hold a second device at a gate, whatever else is said of one device at a time. */
export const mayStandAtGate = (memberships: readonly { roles: readonly string[] }[]): boolean =>
  memberships.some(({ roles }) => AT_GATES.some((role) => roles.includes(role)));
