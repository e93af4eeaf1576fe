import type { Socket } from "socket.io";
import type { z } from "zod";
import type { Operation } from "@/lib/kernel/command";
import { Fault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import type { LimitRule } from "../http/limits";
import { refusal } from "./answer";
import { openCall } from "./call";
import type { Identity } from "./session";
import { take, tooMany } from "./turn";

/** One event a client may send: a command, how its result is spelled in the acknowledgement, and how it is counted. */
export type Served<R = never> = {
  use: Operation<z.ZodType, R>;
  answer: (result: R) => Record<string, unknown>;
  rule: LimitRule;
};

export const served = <I extends z.ZodType, R>(
  use: Operation<I, R>,
  answer: (result: R) => Record<string, unknown>,
  rule: LimitRule = "session",
): Served => ({ use, answer, rule }) as unknown as Served;

/** Unanswered events one socket may have: whoever has more does not listen to the answers. */
const OPEN_LIMIT = 100;

type Answering = (input: unknown, requestId: string) => Promise<Record<string, unknown>>;

type Who = () => Identity;

/** Every event costs its session a call, whatever becomes of it. @throws Fault `rate_limited` */
async function count(who: Who, rule: LimitRule) {
  const { actor } = who();
  await take(rule, actor.kind === "person" ? actor.sessionId : "nobody");
}

/** Answers one event name. Every use is acknowledged, refusals included; what is no acknowledgement is never called. */
export function answering(socket: Socket, name: string, who: Who, answer: Answering, rule: LimitRule = "session") {
  let open = 0;
  socket.on(name, async (...sent: unknown[]) => {
    const { input, ack } = readEvent(sent);
    const requestId = newId();
    open += 1;
    try {
      if (open > OPEN_LIMIT) throw tooMany(1);
      await count(who, rule);
      ack({ ok: true, ...(await answer(input, requestId)) });
    } catch (error) {
      const { status: _, ...told } = refusal(error, who().locale, requestId);
      ack({ ok: false, ...told });
    } finally {
      open -= 1;
    }
  });
}

/** Lets a connected socket use these commands. */
export function serve(socket: Socket, who: Who, events: Record<string, Served>) {
  for (const [name, { use, answer, rule }] of Object.entries(events)) {
    const asked: Answering = async (input, requestId) =>
      answer(await use(openCall({ requestId, via: "socket", ...who() }), input));
    answering(socket, name, who, asked, rule);
  }
}

const asIs = (error: unknown) => error;

/** Nothing beside the closed list exists; whoever asks for more is told so instead of waiting for ever. */
export function refuseOthers(socket: Socket, who: Who) {
  socket.onAny(async (name: string, ...sent: unknown[]) => {
    if (socket.listenerCount(name) > 0) return;
    const unknown = () => new Fault("not_found", "not_found");
    const { status: _, ...told } = refusal(await count(who, "session").then(unknown, asIs), who().locale, newId());
    readEvent(sent).ack({ ok: false, ...told });
  });
}

/** The input comes first and the acknowledgement last; a client may leave out either. */
function readEvent(sent: unknown[]): { input: unknown; ack: (answer: unknown) => void } {
  const last = sent.at(-1);
  const ack = typeof last === "function" ? (last as (answer: unknown) => void) : () => undefined;
  return { input: typeof sent[0] === "function" ? undefined : sent[0], ack };
}
