import { createHash } from "node:crypto";
import type { z } from "zod";
import { translateError } from "@/lib/i18n/translate";
import { Fault, type FaultKind, isFault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { runtime } from "../runtime";

const STATUS: Record<FaultKind, number> = {
  malformed: 400,
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  limited: 429,
  unavailable: 503,
};

export type Refusal = { status: number; error: string; message: string; details?: unknown };

/** PostgreSQL's ways of saying "not now": the caller may simply try again. */
const RETRYABLE = new Set([
  "55P03",
  "40P01",
  "40001",
  "57014",
  "53300",
  "57P01",
  "57P03",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "ECONNREFUSED",
]);
/** Text PostgreSQL can't hold (a NUL byte, a broken number): the caller's mistake. */
const UNSTORABLE = new Set(["22021", "22P05", "22003", "22008", "22P02"]);

/** The constraint that refuses a membership of a login erased meanwhile: its caller is nobody any more. */
const LIVING_LOGIN = "memberships_living_login";

/** What a caller may know of an error: our refusals by code, database waits as `busy`, everything else as `internal`. */
export function asFault(error: unknown): Fault | null {
  if (isFault(error)) return error;
  if (constraintOf(error) === LIVING_LOGIN) return new Fault("unauthenticated", "unauthenticated");
  const code = sqlState(error);
  if (code && RETRYABLE.has(code)) return new Fault("unavailable", "busy");
  if (code && UNSTORABLE.has(code)) return new Fault("invalid", "validation", { fields: { body: ["unstorable"] } });
  return null;
}

/** One translation for all doors: a refusal reads the same everywhere, and an error we did not foresee says nothing of itself. */
export function refusal(error: unknown, locale: string, requestId: string): Refusal {
  const fault = asFault(error);
  if (!fault) {
    runtime().log.error({ err: error, requestId }, "internal error");
    return { status: 500, error: "internal", message: translateError(locale, "internal") };
  }
  const { kind, code, details } = fault;
  return {
    status: STATUS[kind],
    error: code,
    message: translateError(locale, code),
    ...(details === undefined ? {} : { details }),
  };
}

function sqlState(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const own = (error as { code?: unknown }).code;
  return typeof own === "string" ? own : sqlState(error.cause);
}

function constraintOf(error: unknown): unknown {
  if (!(error instanceof Error)) return null;
  return (error as { constraint_name?: unknown }).constraint_name ?? constraintOf(error.cause);
}

const REQUEST_ID = /^[\w.:-]{1,100}$/;

/** The caller's own id for this request if it is a sane one, else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get("x-request-id");
  return given && REQUEST_ID.test(given) ? given : newId();
}

/** API.md's error body. */
export function refuse(error: unknown, locale: string, requestId: string, headers: Headers): Response {
  const { status, ...body } = refusal(error, locale, requestId);
  if (status === 503) headers.set("retry-after", "1");
  if (status === 401) headers.set("www-authenticate", "Bearer");
  return Response.json({ ...body, requestId }, { status, headers });
}

type Shape = { output?: z.ZodType; status?: number };

/**
 * The result as JSON, with an ETag on what was only looked at. That it has the promised shape is tested for every route
 * (tests/house/answers): checking each answer again would cost more than everything else of a list.
 */
export function answerJson(result: unknown, { output, status }: Shape, request: Request, headers: Headers): Response {
  if (!output) return new Response(null, { status: status ?? 204, headers });
  const text = JSON.stringify(result);
  headers.set("content-type", "application/json; charset=utf-8");
  if (request.method !== "GET" && request.method !== "HEAD")
    return new Response(text, { status: status ?? 200, headers });
  const tag = `W/"${createHash("sha1").update(text).digest("base64url")}"`;
  headers.set("etag", tag);
  if (request.headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers });
  return new Response(text, { status: status ?? 200, headers });
}
