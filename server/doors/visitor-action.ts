import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Operation } from "@/lib/kernel/command";
import type { Answer } from "./act";
import { refusal } from "./answer";
import { limitCall } from "./rate-limit";
import { visitorCall } from "./visitor";

/** Turns a command that a person or nobody may use into a server action; counted like every call of theirs. */
export function visitorAction<I extends z.ZodType, R>(use: Operation<I, R>) {
  return async (input: z.input<I>): Promise<Answer<R>> => {
    const call = await visitorCall("action");
    try {
      await limitCall("call", await headers(), call.actor, null, new Headers());
      return { ok: true, value: await use(call, input) };
    } catch (error) {
      const { status: _, ...told } = refusal(error, call.locale, call.requestId);
      return { ok: false, ...told };
    }
  };
}
