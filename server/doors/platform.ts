import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import type { Call } from "@/lib/kernel/call";
import type { Operation } from "@/lib/kernel/command";
import { type Answer, act } from "./act";
import { requestIdOf } from "./answer";
import { openCall } from "./call";
import { agencyOfPath } from "./directory";
import type { PageCall } from "./page";
import { readLocale } from "./request-locale";
import { enterPlatform, signInPath } from "./surface";

/** Opens a page of the platform: who is no super admin finds nothing there. */
export async function platformCall(path: string): Promise<PageCall> {
  const given = await headers();
  const entry = await enterPlatform(given);
  if (entry === "missing") return notFound();
  if ("signIn" in entry) return redirect(signInPath(path, entry.signIn));
  const outside = { ...entry, agencyId: null, readOnly: false };
  return openCall({ ...outside, locale: await readLocale(), requestId: requestIdOf(given), via: "page" }) as PageCall;
}

/** For the layout: null where the reader has no business; the page itself is the gate. */
export async function platformFrame(): Promise<Call | null> {
  const given = await headers();
  const entry = await enterPlatform(given);
  if (entry === "missing" || "signIn" in entry) return null;
  return openCall({ ...entry, agencyId: null, locale: await readLocale(), requestId: requestIdOf(given), via: "page" });
}

/** Turns a command about one agency, named by the `id` of its input, into a server action of the platform. */
export function platformAction<I extends z.ZodType, R>(use: Operation<I, R>) {
  return async (input: z.input<I>): Promise<Answer<R>> => {
    const sender = { headers: await headers(), locale: await readLocale() };
    return act(use, async (identity) => identity.within(agencyOfPath(identity.actor, input)), input, sender);
  };
}

/** Turns a look across agencies into a server action. */
export function platformLook<I extends z.ZodType, R>(use: Operation<I, R>) {
  return async (input: z.input<I>): Promise<Answer<R>> =>
    act(use, null, input, { headers: await headers(), locale: await readLocale() });
}
