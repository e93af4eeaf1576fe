import { isSlug } from "@/lib/agencies/contract/slug";
import { lookUp } from "@/lib/agencies/queries/directory";
import { readAgencyAtDoor } from "@/lib/identity/queries";
import type { Actor } from "@/lib/kernel/actor";
import { Fault, forbidden, notFound } from "@/lib/kernel/fault";
import { readInvitation } from "@/lib/users/queries";
import { openCall } from "./call";

const FIELD = {
  join_code: "code",
  tracker: "token",
  invitation: "token",
  slug: "slug",
  statement: "code",
  gateway: "token",
} as const;

/** What names an agency before anybody is inside one. */
export type Naming = keyof typeof FIELD;

/** The agency whose join code, tracker token, invitation or public address this is.
 * @throws Fault `join_code_unknown`, `tracker_not_found`, `invitation_not_open`, `agency_not_found` */
export async function agencyOfCode(kind: Naming, input: unknown): Promise<string> {
  const value = (input as Record<string, unknown> | null)?.[FIELD[kind]];
  const call = openCall({ actor: { kind: "nobody" }, agencyId: null, via: "http" });
  if (kind === "slug") return agencyOfSlug(value);
  if (kind === "invitation") return (await readInvitation(call, { token: String(value) })).agency.id;
  const found = typeof value === "string" ? await lookUp(call, { kind, key: value }) : null;
  if (found) return found.agencyId;
  throw kind === "join_code" ? new Fault("not_found", "join_code_unknown") : notFound(kind);
}

async function agencyOfSlug(slug: unknown): Promise<string> {
  const call = openCall({ actor: { kind: "system", task: "identify" }, agencyId: null, via: "task" });
  const found = typeof slug === "string" && isSlug(slug) ? await readAgencyAtDoor(call, { slug }) : null;
  if (!found) throw notFound("agency");
  return found.agencyId;
}

/** The agency that a path of the platform names by its id. Nobody else learns whether there is one.
 * @throws Fault `unauthenticated`, `forbidden`, `agency_not_found` */
export function agencyOfPath(actor: Actor, input: unknown): string {
  if (actor.kind === "nobody") throw new Fault("unauthenticated", "unauthenticated");
  if (actor.kind !== "person" || !actor.superAdmin) throw forbidden();
  const { id } = (input ?? {}) as { id?: unknown };
  if (typeof id !== "string" || !UUID.test(id)) throw notFound("agency");
  return id;
}
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
