import type { z } from "zod";
import type { Operation } from "@/lib/kernel/command";
import { type Refusal, refusal, requestIdOf } from "./answer";
import { openCall } from "./call";
import { onceBy } from "./idempotency";
import { type Counting, countBad, limitCall } from "./rate-limit";
import { type Identity, identify, signInFirst } from "./session";

export type Answer<R> = { ok: true; value: R } | ({ ok: false } & Omit<Refusal, "status">);
/** Who sent the form, in which language they read; `key`: one press, which may have to be sent twice to be answered. */
export type Sender = { headers: Headers; locale: string; key?: string };
/** What was made, as a press that is sent again can be told too. */
type Made = { id: string };

const idOf = ({ id }: Made): Made => ({ id });
/** The answer of an action that makes something. */
export const made = (answer: Answer<Made>): Answer<Made> =>
  answer.ok ? { ok: true, value: idOf(answer.value) } : answer;

/** Which agency an action is about: the one of this slug, one found from who asks, or none. */
export type Where = string | ((identity: Identity) => Promise<Identity>) | null;

/** What a server action does, without Next: counted like every call of its session, and nobody is asked to sign in. */
export async function act<I extends z.ZodType, R>(
  use: Operation<I, R>,
  where: Where,
  input: z.input<I>,
  { headers, locale, key }: Sender,
  counting: Counting = "call",
): Promise<Answer<R>> {
  const requestId = requestIdOf(headers);
  const out = new Headers();
  try {
    const asked = typeof where === "string" ? { agency: where } : {};
    const caller = await identify(headers, "action", asked).catch(countBad(headers, out));
    const counted = await limitCall(counting, headers, caller.actor, input, out);
    const identity = typeof where === "function" ? await where(caller) : caller;
    const once = key === undefined ? undefined : onceBy(key, headers, input, idOf);
    const done = use(openCall({ ...identity, locale, requestId, via: "action", once }), input);
    const value = await (identity.actor.kind === "nobody" ? done.catch(signInFirst(use.operation.open)) : done);
    await counted.settle(true);
    return { ok: true, value };
  } catch (error) {
    const { status: _, ...told } = refusal(error, locale, requestId);
    return { ok: false, ...told };
  }
}
