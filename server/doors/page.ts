import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { Person } from "@/lib/kernel/actor";
import type { Call } from "@/lib/kernel/call";
import { requestIdOf } from "./answer";
import { openCall } from "./call";
import { readLocale } from "./request-locale";
import { APPLICATION, enter, type Surface, saysNothingHere, signInPath, wasTurnedAway } from "./surface";

export type PageCall = Call & { actor: Person };

/** Opens a page of one surface: who is not signed in goes to sign in, who has no business here finds nothing. */
export async function pageCall(agency: string, surface: Surface, path: string): Promise<PageCall> {
  const given = await headers();
  const entry = await enter(given, agency, surface);
  if (entry === "missing") {
    if (surface === "office" && (await wasTurnedAway(given, agency))) return redirect(APPLICATION);
    return notFound();
  }
  if ("signIn" in entry) return redirect(signInPath(path, entry.signIn));
  const locale = await readLocale();
  return openCall({ ...entry, locale, requestId: requestIdOf(given), via: "page" }) as PageCall;
}

/** Runs a query for a page; what the reader may not know is a page that does not exist. */
export async function read<R>(look: Promise<R>): Promise<R> {
  return look.catch((error: unknown) => {
    if (saysNothingHere(error)) return notFound();
    throw error;
  });
}
