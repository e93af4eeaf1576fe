import { DrizzleQueryError } from "drizzle-orm/errors";
import { describe, expect, it } from "vitest";
import { conflict } from "@/lib/kernel/fault";
import { keptError, plainError, readKept, tellPlainly } from "@/lib/kernel/plain-error";

const SQL = 'insert into "users" ("email", "phone") values ($1, $2)';
const PARAMS = ["siti@example.com", "+62 812-3456-789"];
const AT = new Date("2026-11-21T08:07:00.000Z");
const unique = Object.assign(new Error('duplicate key value violates unique constraint "users_email"'), {
  name: "PostgresError",
  code: "23505",
  constraint_name: "users_email",
});

describe("what is told of a failure", () => {
  it.each<[string, unknown, string]>([
    [
      "the database's own words for a query",
      new DrizzleQueryError(SQL, PARAMS, unique),
      "PostgresError 23505 users_email: duplicate key value violates unique constraint …",
    ],
    [
      "a query of which no more is known, without what was put into it",
      new DrizzleQueryError(SQL, PARAMS),
      "Error: Failed query: insert into … (…, …) values ($1, $2)",
    ],
    [
      "the first of many",
      new AggregateError([new DrizzleQueryError(SQL, PARAMS, unique)], `1 failed: ${PARAMS}`),
      "PostgresError 23505 users_email: duplicate key value violates unique constraint …",
    ],
    [
      "where it could not connect",
      Object.assign(new Error("connect ECONNREFUSED 10.0.0.4:25"), { code: "ECONNREFUSED" }),
      "Error ECONNREFUSED: connect ECONNREFUSED 10.0.0.4:25",
    ],
    ["a refusal of ours", conflict("sold_out"), "Fault sold_out: sold_out"],
    [
      "a mail server's answer, without whose it was",
      new Error("550 5.1.1 <siti@example.com>: user 'Siti' unknown"),
      "Error: 550 5.1.1 <…>: user … unknown",
    ],
    ["no number to call", new Error("no route to +62 812-3456-789 (WhatsApp)"), "Error: no route to … (WhatsApp)"],
    ["no key", new Error("401 for SB-Mid-server-0123456789abcdefghij"), "Error: 401 for …"],
    [
      "no way in",
      new Error("GET https://example.com/reset?token=abc&next=/ failed"),
      "Error: GET https://example.com/reset… failed",
    ],
    ["what is no error", "siti@example.com", "Not an error"],
  ])("%s", (_what, error, told) => {
    expect(tellPlainly(error)).toBe(told);
  });

  it("is short, and on one line", () => {
    const told = tellPlainly(new Error(`first\n  second ${"word ".repeat(200)}`));
    expect(told.length).toBeLessThanOrEqual(300);
    expect(told).toMatch(/^Error: first second word/);
  });

  it("keeps where it came from, and nothing else", () => {
    const { stack } = plainError(new DrizzleQueryError(SQL, PARAMS, unique));
    expect(stack).toMatch(/^PostgresError 23505 users_email: duplicate.*\n\s+at .*plain-error\.test/);
    for (const said of PARAMS) expect(stack).not.toContain(said);
  });

  it("comes back from the queue with its hour, and only if we kept it", () => {
    const { message } = keptError(conflict("sold_out"), AT);
    expect(readKept(message)).toEqual({ failedAt: AT, error: "Fault sold_out: sold_out" });
    for (const foreign of [null, "", "Failed query: insert into users\nparams: siti@example.com"])
      expect(readKept(foreign)).toEqual({ failedAt: null, error: null });
  });
});
