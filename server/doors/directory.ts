import { lookUp } from "@/lib/agencies/queries/directory";
import { Fault, notFound } from "@/lib/kernel/fault";
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
