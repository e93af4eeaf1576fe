import "server-only";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import type { Person } from "@/lib/kernel/actor";
import type { Call, Via } from "@/lib/kernel/call";
import { requestIdOf } from "./answer";
import { openCall } from "./call";
import { identify } from "./session";

/** Who stands at our public pages: a person, or nobody, also when a session is over. */
export async function visitorCall(via: Extract<Via, "page" | "action">): Promise<Call> {
  const given = await headers();
  const identity = await identify(given, via).catch(() => identify(given, via, { anonymous: true }));
  return openCall({ ...identity, locale: await getLocale(), requestId: requestIdOf(given), via });
}

/** The same as nobody at all, for registering beside a session of somebody else. */
export async function strangerCall(): Promise<Call> {
  const given = await headers();
  const identity = await identify(given, "action", { anonymous: true });
  return openCall({ ...identity, locale: await getLocale(), requestId: requestIdOf(given), via: "action" });
}

export const isIn = (call: Call): call is Call & { actor: Person } => call.actor.kind === "person";
