import { headers } from "next/headers";
import type { z } from "zod";
import type { Invitation, JoinGroup } from "@/lib/groups/contract";
import { readInvitation } from "@/lib/groups/queries";
import { homeOf } from "@/lib/identity/policy";
import { isPerson } from "@/lib/kernel/actor";
import type { Call, Via } from "@/lib/kernel/call";
import type { Operation } from "@/lib/kernel/command";
import { isFault } from "@/lib/kernel/fault";
import { rolesOf } from "@/lib/kernel/permission";
import type { Answer } from "./act";
import { refusal, requestIdOf } from "./answer";
import { openCall } from "./call";
import { agencyOfCode } from "./directory";
import { limitCall } from "./rate-limit";
import { readLocale } from "./request-locale";
import { identify } from "./session";

/** Whoever holds a join code, inside the agency that the code names: a person, member there or not, or nobody.
 * Codes that open nothing are counted: by address, generously, as fifty pilgrims share a hotel's; by session more strictly.
 * @throws Fault `join_code_unknown`, `rate_limited` */
async function codeCall(code: string, via: Extract<Via, "page" | "action">): Promise<Call> {
  const given = await headers();
  const identity = await identify(given, via).catch(() => identify(given, via, { anonymous: true }));
  const counted = await limitCall("join", given, identity.actor, { code }, new Headers());
  const inside = await identity.within(await agencyOfCode("join_code", { code }));
  await counted.settle(true);
  return openCall({ ...inside, locale: await readLocale(), requestId: requestIdOf(given), via });
}

type Opened = { invitation: Invitation; isIn: boolean; home: string; now: Date } | { refused: "unknown" | "limited" };

/** What a code opens for whoever looks; dead and unknown codes are one and the same answer. */
export async function readCode(code: string): Promise<Opened> {
  try {
    const call = await codeCall(code, "page");
    const invitation = await readInvitation(call, { code });
    const roles = isPerson(call.actor) ? rolesOf(call.actor) : [];
    const home = roles.includes("pilgrim") ? `/a/${invitation.agency.slug}/my` : homeOf({ ...invitation, roles });
    return { invitation, isIn: isPerson(call.actor), home, now: call.now };
  } catch (error) {
    if (isFault(error) && error.kind === "limited") return { refused: "limited" };
    if (isFault(error) && (error.kind === "not_found" || error.kind === "invalid")) return { refused: "unknown" };
    throw error;
  }
}

/** Turns joining into a server action that needs no agency: the code names it. */
export function codeAction<R>(use: Operation<typeof JoinGroup, R>) {
  return async (input: z.input<typeof JoinGroup>): Promise<Answer<R>> => {
    try {
      return { ok: true, value: await use(await codeCall(input.code, "action"), input) };
    } catch (error) {
      const { status: _, ...told } = refusal(error, await readLocale(), requestIdOf(await headers()));
      return { ok: false, ...told };
    }
  };
}
