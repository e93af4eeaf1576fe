import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import { isSlug } from "@/lib/agencies/contract/slug";
import type { Operation } from "@/lib/kernel/command";
import { acceptInvitation } from "@/lib/users/commands/accept";
import type { Accepted, AcceptInvitation } from "@/lib/users/contract";
import { type Answer, act } from "./act";
import { refusal, requestIdOf } from "./answer";
import { openCall } from "./call";
import { agencyOfCode } from "./directory";
import { type Counting, limitCall } from "./rate-limit";
import { readLocale } from "./request-locale";
import { identify } from "./session";

/** What stands at the agency a form names by its slug, where the host names none. */
async function sentFor(agency: string | null): Promise<Headers> {
  const given = new Headers(await headers());
  if (agency !== null && isSlug(agency) && !given.has("x-agency")) given.set("x-agency", agency);
  return given;
}

/** A form of our front door: whoever sends it is nobody, and it is counted as what it is. */
export function entryAction<I extends z.ZodType, R>(use: Operation<I, R>, counting: Counting) {
  return async (input: z.input<I>, agency: string | null = null): Promise<Answer<R>> => {
    const given = await sentFor(agency);
    const [locale, requestId] = [await readLocale(), requestIdOf(given)];
    try {
      const identity = await identify(given, "action", { anonymous: true });
      await limitCall(counting, given, identity.actor, input, new Headers());
      return { ok: true, value: await use(openCall({ ...identity, locale, requestId, via: "action" }), input) };
    } catch (error) {
      const { status: _, ...told } = refusal(error, locale, requestId);
      return { ok: false, ...told };
    }
  };
}

/** What concerns somebody's own login, in no agency. */
export function ownAction<I extends z.ZodType, R>(use: Operation<I, R>, counting: Counting = "call") {
  return async (input: z.input<I>): Promise<Answer<R>> =>
    act(use, null, input, { headers: await headers(), locale: await readLocale() }, counting);
}

/** Accepting inside the agency that the invitation names, as who is signed in or as nobody. */
export async function acceptHere(input: z.input<typeof AcceptInvitation>): Promise<Answer<Accepted>> {
  const given = await headers();
  const [locale, requestId] = [await readLocale(), requestIdOf(given)];
  try {
    const caller = await identify(given, "action").catch(() => identify(given, "action", { anonymous: true }));
    await limitCall("link", given, caller.actor, input, new Headers());
    const inside = await caller.within(await agencyOfCode("invitation", input));
    return {
      ok: true,
      value: await acceptInvitation(openCall({ ...inside, locale, requestId, via: "action" }), input),
    };
  } catch (error) {
    const { status: _, ...told } = refusal(error, locale, requestId);
    return { ok: false, ...told };
  }
}
