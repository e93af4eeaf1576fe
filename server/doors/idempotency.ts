import { createHash, createHmac } from "node:crypto";
import { z } from "zod";
import type { Call, Once } from "@/lib/kernel/call";
import { Fault } from "@/lib/kernel/fault";
import { recall, settleRefusal } from "@/lib/kernel/idempotency";
import { runtime } from "../runtime";
import { addressOf } from "./rate-limit";

const KEY = /^[\x21-\x7e]{1,200}$/;

/** The Idempotency-Key of a creating POST, with the way its answer is kept.
 * Scoped in the kernel by agency, command and caller, who is his address as long as we don't know him.
 * @throws Fault `idempotency_key_invalid` */
export function onceOf(request: Request, input: unknown, output: z.ZodType | undefined): Once | undefined {
  const key = request.headers.get("idempotency-key");
  if (key === null || request.method !== "POST") return undefined;
  return onceBy(key, request.headers, input, (result) => (output ? z.encode(output, result) : null));
}

/** What this key may do once, with the way its answer is kept. @throws Fault `idempotency_key_invalid` */
export function onceBy(key: unknown, headers: Headers, input: unknown, encode: Once["encode"]): Once {
  if (typeof key !== "string" || !KEY.test(key)) throw new Fault("malformed", "idempotency_key_invalid");
  return {
    key,
    stranger: createHmac("sha256", runtime().secret).update(addressOf(headers)).digest("base64url"),
    bodyHash: createHash("sha256").update(written(input)).digest("base64url"),
    encode,
  };
}

/** What a door must find before a command can begin: that it was not there is replayed as a command's own refusal is.
 * @param call of no agency yet @throws Fault as `find`, or the stored refusal */
export async function onceFound<T>(call: Call, command: string, find: () => Promise<T>): Promise<T> {
  if (call.once) await recall(call, "platform", command);
  return find().catch((error: unknown) => settleRefusal<T>(call, "platform", command, error));
}

/** Fields have no order in JSON, and some clients write them in another one each time. */
const inOrder = (_name: string, value: unknown) =>
  value === null || typeof value !== "object" || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A body nested deeper than our stack is nobody's honest input. */
function written(input: unknown): string {
  try {
    return JSON.stringify(input, inOrder);
  } catch {
    throw new Fault("malformed", "malformed");
  }
}
