import { lookUp } from "@/lib/agencies/queries/directory";
import type { Actor } from "@/lib/kernel/actor";
import { Fault, forbidden, notFound } from "@/lib/kernel/fault";
import { openCall } from "./call";

const FIELD = { join_code: "code", tracker: "token" } as const;

/** The agency whose join code or tracker token this is, before anybody is inside one.
 * @throws Fault `join_code_unknown`, `tracker_not_found` */
export async function agencyOfCode(kind: keyof typeof FIELD, input: unknown): Promise<string> {
  const value = (input as Record<string, unknown> | null)?.[FIELD[kind]];
  const call = openCall({ actor: { kind: "nobody" }, agencyId: null, via: "http" });
  const found = typeof value === "string" ? await lookUp(call, { kind, key: value }) : null;
  if (found) return found.agencyId;
  throw kind === "join_code" ? new Fault("not_found", "join_code_unknown") : notFound("tracker");
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
