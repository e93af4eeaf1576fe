import { type Actor, isPerson, type Role } from "@/lib/kernel/actor";

/** Sessions, profile and tokens are everybody's own, and nobody else's. */
export const isOwn = (actor: Actor, subject: { userId: string }) => isPerson(actor) && actor.userId === subject.userId;

/** Only doors and the command line ask this, never a person. */
export const isSystem = (actor: Actor) => actor.kind === "system";

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
