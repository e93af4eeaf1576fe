import { createHash } from "node:crypto";
import { z } from "zod";
import type { Once } from "@/lib/kernel/call";
import { Fault } from "@/lib/kernel/fault";

const KEY = /^[\x21-\x7e]{1,200}$/;

/** The Idempotency-Key of a creating POST, with the way its answer is kept. Scoped by agency, caller and command in the kernel.
 * @throws Fault `idempotency_key_invalid` */
export function onceOf(request: Request, input: unknown, output: z.ZodType | undefined): Once | undefined {
  const key = request.headers.get("idempotency-key");
  if (key === null || request.method !== "POST") return undefined;
  if (!KEY.test(key)) throw new Fault("malformed", "idempotency_key_invalid");
  return {
    key,
    bodyHash: createHash("sha256").update(written(input)).digest("base64url"),
    encode: (result) => (output ? z.encode(output, result) : null),
    decode: (stored) => (output ? z.decode(output, stored as never) : undefined),
  };
}

/** A body nested deeper than our stack is nobody's honest input. */
function written(input: unknown): string {
  try {
    return JSON.stringify(input);
  } catch {
    throw new Fault("malformed", "malformed");
  }
}
