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
  // Staff book and save for themselves too, and only this surface shows what is one's own.
  my: ROLES,
};

/** Who came in; "missing" when nothing here is theirs to see; or that they must sign in first, and why. */
export type Entry = (Identity & { actor: Person }) | "missing" | { signIn: string | null };

/** Whether the sender of these headers has business in one surface of an agency. @throws any error that is not a Fault */
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

/** Whether the agency's application was rejected and its owner is asking: they read why, and apply again, at APPLICATION. */
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

/** Whether the sender of these headers runs the platform. @throws any error that is not a Fault */
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

/** The page on which an agency applies, reads the answer and applies again. */
export const APPLICATION = "/register-agency";

/** Refusals that a page shows as "not found". */
const NOTHING_HERE: readonly FaultKind[] = ["not_found", "forbidden", "invalid", "malformed"];

export const saysNothingHere = (error: unknown) => isFault(error) && NOTHING_HERE.includes(error.kind);

/** Request header: the address that was not found, so that the not-found page can offer the list it belongs to. */
export const MISSED = "x-missed";
