import type { Socket } from "socket.io";
import type { z } from "zod";
import type { Operation } from "@/lib/kernel/command";
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

type Ack = (answer: unknown) => void;

/** Lets a connected socket use these commands, and nothing else; every event is acknowledged, refusals included. */
export function serve(socket: Socket, who: () => Identity, events: Record<string, Served>) {
  for (const [name, { use, answer }] of Object.entries(events)) {
    socket.on(name, async (input: unknown, ack?: Ack) => {
      const requestId = newId();
      const { locale, ...identity } = who();
      try {
        const result = await use(openCall({ ...identity, locale, requestId, via: "socket" }), input);
        if (typeof ack === "function") ack({ ok: true, ...answer(result) });
      } catch (error) {
        const { status: _, ...told } = refusal(error, locale, requestId);
        if (typeof ack === "function") ack({ ok: false, ...told });
      }
    });
  }
}
