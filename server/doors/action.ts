import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Operation } from "@/lib/kernel/command";
import { type Answer, act, made } from "./act";
import { readLocale } from "./request-locale";

/** Turns a command into a server action. The page binds the agency's slug; the membership is resolved again here. */
export function action<I extends z.ZodType, R>(use: Operation<I, R>) {
  return async (agency: string, input: z.input<I>): Promise<Answer<R>> =>
    act(use, agency, input, { headers: await headers(), locale: await readLocale() });
}

/** The same for what makes something: sent again because its answer was lost, it is done once. */
export function making<I extends z.ZodType, R extends { id: string }>(use: Operation<I, R>) {
  return async (agency: string, input: z.input<I>, key: string) =>
    made(await act(use, agency, input, { headers: await headers(), locale: await readLocale(), key }));
}
