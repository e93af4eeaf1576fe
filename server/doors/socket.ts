import type { Socket } from "socket.io";
import type { z } from "zod";
import type { Operation } from "@/lib/kernel/command";
import { Fault, isFault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import type { LimitRule } from "../http/limits";
import { refusal } from "./answer";
import { openCall } from "./call";
import { limitUse, tooMany } from "./rate-limit";
import type { SocketIdentity } from "./session";

/** A socket whose hand-shake was good. */
export type KnownSocket = Socket & { data: { identity: SocketIdentity } };

/** One event a client may send: what is answered, and how it is counted. */
export type Heard = {
  rule: LimitRule;
  answer(socket: KnownSocket, input: unknown, requestId: string): Promise<Record<string, unknown>>;
};

/** An event that is a command, and how its result is spelled in the acknowledgement. */
export const served = <I extends z.ZodType, R>(
  use: Operation<I, R>,
  spell: (result: R) => Record<string, unknown>,
  rule: LimitRule = "session",
): Heard => ({
  rule,
  answer: async ({ data }, input, requestId) =>
    spell(await use(openCall({ requestId, via: "socket", ...data.identity }), input as z.input<I>)),
});

/** Unanswered events one socket may have: whoever has more does not listen to the answers. */
const OPEN_LIMIT = 100;

/** Events refused for being too many after which a socket is hung up on: hearing them costs everybody. */
const REFUSED_LIMIT = 1_000;

/** Every event costs its session a call, whatever becomes of it. @throws Fault `rate_limited` */
async function count({ data }: KnownSocket, rule: LimitRule) {
  await limitUse(rule, data.identity.actor.sessionId);
}

/** Nothing beside the closed list exists; whoever asks for more is told so instead of waiting for ever. */
const UNHEARD: Heard = {
  rule: "session",
  answer: async () => {
    throw new Fault("not_found", "not_found");
  },
};

/** Answers what a socket sends. Everything is acknowledged, refusals included; what is no acknowledgement is never called. */
export function hear(socket: KnownSocket, events: ReadonlyMap<string, Heard>): void {
  let [open, refused] = [0, 0];
  // One listener for all names: thousands of idle phones would hold one each.
  socket.onAny(async (name: string, ...sent: unknown[]) => {
    const { input, ack } = readEvent(sent);
    const { rule, answer } = events.get(name) ?? UNHEARD;
    const requestId = newId();
    open += 1;
    try {
      if (open > OPEN_LIMIT) throw tooMany(1);
      await count(socket, rule);
      ack({ ok: true, ...(await answer(socket, input, requestId)) });
    } catch (error) {
      if (isFault(error) && error.kind === "limited") refused += 1;
      if (refused > REFUSED_LIMIT) socket.disconnect(true);
      const { status: _, ...told } = refusal(error, socket.data.identity.locale, requestId);
      ack({ ok: false, ...told });
    } finally {
      open -= 1;
    }
  });
}

/** The input comes first and the acknowledgement last; a client may leave out either. */
function readEvent(sent: unknown[]): { input: unknown; ack: (answer: unknown) => void } {
  const last = sent.at(-1);
  const ack = typeof last === "function" ? (last as (answer: unknown) => void) : () => undefined;
  return { input: typeof sent[0] === "function" ? undefined : sent[0], ack };
}
