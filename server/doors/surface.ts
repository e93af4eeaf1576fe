import { listApplications } from "@/lib/agencies/queries/agency";
import { type Person, ROLES, type Role } from "@/lib/kernel/actor";
import { type FaultKind, isFault } from "@/lib/kernel/fault";
import { rolesOf } from "@/lib/kernel/permission";
import { openCall } from "./call";
import { type Identity, identify } from "./session";

export type Surface = "office" | "lead" | "my";

const OPEN_TO: Record<Surface, readonly Role[]> = {
  office: ["owner", "admin", "manager", "operator", "viewer"],
  lead: ["leader"],
  // Who works here books and saves for themself, too, and one's own is read here alone.
  my: ROLES,
};

/** Who came in; or nothing is here for them; or they sign in first, with the reason why. */
export type Entry = (Identity & { actor: Person }) | "missing" | { signIn: string | null };

/** Whether the sender of these headers has business in one surface of an agency. @throws what is no refusal */
export async function enter(headers: Headers, agency: string, surface: Surface): Promise<Entry> {
  const identity = await identify(headers, "page", { agency }).catch((error: unknown) => {
    if (!isFault(error)) throw error;
    return error.kind === "unauthenticated" ? { signIn: error.code } : ("missing" as const);
  });
  if (identity === "missing" || "signIn" in identity) return identity;
  const { actor } = identity;
  if (actor.kind !== "person") return { signIn: null };
  return rolesOf(actor).some((role) => OPEN_TO[surface].includes(role)) ? { ...identity, actor } : "missing";
}

/** Whether this agency was turned away, and who comes is its owner: its answer and the way to apply again stand elsewhere. */
export async function wasTurnedAway(headers: Headers, agency: string): Promise<boolean> {
  const identity = await identify(headers, "page").catch(() => null);
  if (identity?.actor.kind !== "person") return false;
  const applications = await listApplications(openCall({ ...identity, agencyId: null, via: "page" }), {});
  return applications.some(({ slug, status }) => slug === agency && status === "rejected");
}

/** Who stands at an agency's public door, member or not: whoever is signed in may book without having been here before.
 * @throws Fault when there is no such agency */
export async function atFrontDoor(headers: Headers, agency: string): Promise<Identity> {
  const member = await identify(headers, "page", { agency }).catch(() => null);
  if (member) return member;
  const nobody = await identify(headers, "page", { agency, anonymous: true });
  const visitor = await identify(headers, "page").catch(() => null);
  return visitor?.actor.kind === "person" && nobody.agencyId ? visitor.within(nobody.agencyId) : nobody;
}

/** Whether the sender of these headers runs the platform. @throws what is no refusal */
export async function enterPlatform(headers: Headers): Promise<Entry> {
  const identity = await identify(headers, "page").catch((error: unknown) => {
    if (!isFault(error)) throw error;
    return { signIn: error.code };
  });
  if ("signIn" in identity) return identity;
  const { actor } = identity;
  if (actor.kind !== "person") return { signIn: null };
  return actor.superAdmin ? { ...identity, actor } : "missing";
}

/** Where to sign in and come back from. */
export const signInPath = (path: string, code: string | null) => {
  const reason = code === "session_replaced" ? "&reason=replaced" : code === "token_expired" ? "&reason=expired" : "";
  return `/sign-in?next=${encodeURIComponent(path)}${reason}`;
};

/** Where an application is made, answered and made again. */
export const APPLICATION = "/register-agency";

/** Refusals that say no more than: under this address there is nothing for you. */
const NOTHING_HERE: readonly FaultKind[] = ["not_found", "forbidden", "invalid", "malformed"];

export const saysNothingHere = (error: unknown) => isFault(error) && NOTHING_HERE.includes(error.kind);

/** Header in which the page for what is not there is told the address, for who may look around near it. */
export const MISSED = "x-missed";
