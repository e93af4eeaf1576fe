import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Operation } from "@/lib/kernel/command";
import { type Answer, act } from "./act";
import { readLocale } from "./request-locale";

/** Turns a command into a server action. The page binds the agency's slug; the membership is resolved again here. */
export function action<I extends z.ZodType, R>(use: Operation<I, R>) {
  return async (agency: string, input: z.input<I>): Promise<Answer<R>> =>
    act(use, agency, input, { headers: await headers(), locale: await readLocale() });
}
