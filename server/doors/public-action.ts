import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Operation } from "@/lib/kernel/command";
import { type Answer, act } from "./act";
import { agencyOfCode } from "./directory";
import { readLocale } from "./request-locale";

/** Turns a command into a server action of an agency's public site: whoever is signed in, member there or not. */
export function publicAction<I extends z.ZodType, R>(use: Operation<I, R>) {
  return async (slug: string, input: z.input<I>): Promise<Answer<R>> => {
    const sender = { headers: await headers(), locale: await readLocale() };
    return act(use, async (identity) => identity.within(await agencyOfCode("slug", { slug })), input, sender);
  };
}
