import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { Person, Role } from "@/lib/kernel/actor";
import type { Call } from "@/lib/kernel/call";
import { type FaultKind, isFault } from "@/lib/kernel/fault";
import { requestIdOf } from "./answer";
import { openCall } from "./call";
import { identify } from "./session";

export type Surface = "office" | "lead" | "my";

const ROLES: Record<Surface, readonly Role[]> = {
  office: ["owner", "admin", "manager", "operator", "viewer"],
  lead: ["leader"],
  my: ["pilgrim"],
};

export type PageCall = Call & { actor: Person };

/** Opens a page of one surface: who is not signed in goes to sign in, who has no business here finds nothing. */
export async function pageCall(agency: string, surface: Surface, path: string): Promise<PageCall> {
  const given = await headers();
  const identity = await identify(given, "page", { agency }).catch((error: unknown) => {
    if (!isFault(error)) throw error;
    if (error.kind === "unauthenticated") return redirect(signIn(path, error.code));
    return notFound();
  });
  const { actor } = identity;
  if (actor.kind !== "person") return redirect(signIn(path));
  const allowed =
    actor.roles.some((role) => ROLES[surface].includes(role)) || (surface === "lead" && actor.leads.length > 0);
  if (!allowed) return notFound();
  const locale = await getLocale();
  return openCall({ ...identity, locale, requestId: requestIdOf(given), via: "page" }) as PageCall;
}

const signIn = (path: string, code?: string) => {
  const reason = code === "session_replaced" ? "&reason=replaced" : code === "token_expired" ? "&reason=expired" : "";
  return `/sign-in?next=${encodeURIComponent(path)}${reason}`;
};

/** Refusals that say no more than: under this address there is nothing for you. */
const NOTHING_HERE: readonly FaultKind[] = ["not_found", "forbidden", "invalid", "malformed"];

/** Runs a query for a page; what the reader may not know is a page that does not exist. */
export async function read<R>(look: Promise<R>): Promise<R> {
  return look.catch((error: unknown) => {
    if (isFault(error) && NOTHING_HERE.includes(error.kind)) return notFound();
    throw error;
  });
}
