import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Operation } from "@/lib/kernel/command";
import { type Answer, act, made } from "./act";
import { agencyOfCode } from "./directory";
import { readLocale } from "./request-locale";
import type { Identity } from "./session";

const inside = (slug: string) => async (identity: Identity) => identity.within(await agencyOfCode("slug", { slug }));

/** Turns a command into a server action of an agency's public site: whoever is signed in, member there or not. */
export function publicAction<I extends z.ZodType, R>(use: Operation<I, R>) {
  return async (slug: string, input: z.input<I>): Promise<Answer<R>> =>
    act(use, inside(slug), input, { headers: await headers(), locale: await readLocale() });
}

/** The same for what makes something, once for each key. */
export function publicMaking<I extends z.ZodType, R extends { id: string }>(use: Operation<I, R>) {
  return async (slug: string, input: z.input<I>, key: string) =>
    made(await act(use, inside(slug), input, { headers: await headers(), locale: await readLocale(), key }));
}
