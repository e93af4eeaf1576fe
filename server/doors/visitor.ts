import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Person } from "@/lib/kernel/actor";
import type { Call, Via } from "@/lib/kernel/call";
import { isFault } from "@/lib/kernel/fault";
import { requestIdOf } from "./answer";
import { openCall } from "./call";
import { readLocale } from "./request-locale";
import { identify } from "./session";
import { signInPath } from "./surface";

/** Who stands at our public pages: a person, or nobody, also when a session is over. */
export async function visitorCall(via: Extract<Via, "page" | "action">): Promise<Call> {
  const given = await headers();
  const identity = await identify(given, via).catch(() => identify(given, via, { anonymous: true }));
  return openCall({ ...identity, locale: await readLocale(), requestId: requestIdOf(given), via });
}

/** Whoever is signed in; everybody else is sent to sign in and back, and told why a session is over. */
export async function signedInCall(path: string): Promise<Call & { actor: Person }> {
  const call = await visitorCall("page");
  if (isIn(call)) return call;
  const refusal = await identify(await headers(), "page").catch((error: unknown) => error);
  return redirect(signInPath(path, isFault(refusal) ? refusal.code : null));
}

export const isIn = (call: Call): call is Call & { actor: Person } => call.actor.kind === "person";
