import type { Socket } from "socket.io";
import type { z } from "zod";
import type { Operation } from "@/lib/kernel/command";
import { Fault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { refusal } from "./answer";
import { openCall } from "./call";
import type { Identity } from "./session";

/** One event a client may send: a command, and how its result is spelled in the acknowledgement. */
export type Served<R = never> = { use: Operation<z.ZodType, R>; answer: (result: R) => Record<string, unknown> };

export const served = <I extends z.ZodType, R>(
  use: Operation<I, R>,
  answer: (result: R) => Record<string, unknown>,
): Served => ({ use, answer }) as unknown as Served;

/** Unanswered events one socket may have: whoever has more does not listen to the answers. */
const OPEN_LIMIT = 100;

type Answering = (input: unknown, requestId: string) => Promise<Record<string, unknown>>;

/** Answers one event name. Every use is acknowledged, refusals included; what is no acknowledgement is never called. */
export function answering(socket: Socket, name: string, locale: () => string, answer: Answering) {
  let open = 0;
  socket.on(name, async (...sent: unknown[]) => {
    const { input, ack } = readEvent(sent);
    const requestId = newId();
    open += 1;
    try {
      if (open > OPEN_LIMIT) throw new Fault("limited", "rate_limited");
      ack({ ok: true, ...(await answer(input, requestId)) });
    } catch (error) {
      const { status: _, ...told } = refusal(error, locale(), requestId);
      ack({ ok: false, ...told });
    } finally {
      open -= 1;
    }
  });
}

/** Lets a connected socket use these commands. */
export function serve(socket: Socket, who: () => Identity, events: Record<string, Served>) {
  for (const [name, { use, answer }] of Object.entries(events)) {
    const locale = () => who().locale;
    answering(socket, name, locale, async (input, requestId) =>
      answer(await use(openCall({ requestId, via: "socket", ...who() }), input)),
    );
  }
}

/** Nothing beside the closed list exists; whoever asks for more is told so instead of waiting for ever. */
export function refuseOthers(socket: Socket, locale: () => string) {
  socket.onAny((name: string, ...sent: unknown[]) => {
    if (socket.listenerCount(name) > 0) return;
    const { status: _, ...told } = refusal(new Fault("not_found", "not_found"), locale(), newId());
    readEvent(sent).ack({ ok: false, ...told });
  });
}

/** The input comes first and the acknowledgement last; a client may leave out either. */
function readEvent(sent: unknown[]): { input: unknown; ack: (answer: unknown) => void } {
  const last = sent.at(-1);
  const ack = typeof last === "function" ? (last as (answer: unknown) => void) : () => undefined;
  return { input: typeof sent[0] === "function" ? undefined : sent[0], ack };
}
