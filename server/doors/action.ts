import "server-only";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import type { z } from "zod";
import type { Operation } from "@/lib/kernel/command";
import { type Refusal, refusal, requestIdOf } from "./answer";
import { openCall } from "./call";
import { identify } from "./session";

export type Answer<R> = { ok: true; value: R } | ({ ok: false } & Omit<Refusal, "status">);

/** Turns a command into a server action. The page binds the agency's slug; the membership is resolved again here. */
export function action<I extends z.ZodType, R>(use: Operation<I, R>) {
  return async (agency: string, input: z.input<I>): Promise<Answer<R>> => {
    const given = await headers();
    const locale = await getLocale();
    const requestId = requestIdOf(given);
    try {
      const identity = await identify(given, "action", { agency });
      return { ok: true, value: await use(openCall({ ...identity, locale, requestId, via: "action" }), input) };
    } catch (error) {
      const { status: _, ...told } = refusal(error, locale, requestId);
      return { ok: false, ...told };
    }
  };
}
