import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import { isLocale } from "@/lib/i18n/locales";
import { asDialCountry, type DialCountry } from "@/lib/i18n/phone";
import { register } from "@/lib/identity/commands/register";
import type { RegisterInput } from "@/lib/identity/contract";
import { readCountry } from "@/lib/identity/queries";
import type { Call } from "@/lib/kernel/call";
import { refusal } from "./answer";
import { takeTurn } from "./turn";
import { strangerCall } from "./visitor";

type Answer = { ok: true } | { ok: false; error: string; message: string; details?: unknown };

/** Registers who stands at the door, in the language they read. Counted like every call of nobody. */
export async function registerVisitor(input: z.input<typeof RegisterInput>): Promise<Answer> {
  const call = await strangerCall();
  try {
    await takeTurn("call", await headers(), call.actor, input, new Headers());
    await register(call, { ...input, ...(isLocale(call.locale) ? { locale: call.locale } : {}) });
    return { ok: true };
  } catch (error) {
    const { status: _, ...told } = refusal(error, call.locale, call.requestId);
    return { ok: false, ...told };
  }
}

/** The prefix a phone field begins with. */
export async function readDialCountry(call: Call): Promise<DialCountry> {
  return asDialCountry(await readCountry(call, {}));
}
