import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/locales";
import errors from "@/lib/i18n/messages/en/errors.json";
import { translateError } from "@/lib/i18n/translate";
import { Fault, type FaultKind, isFault } from "@/lib/kernel/fault";
import { asFault, refusal } from "@/server/doors/answer";
import { openRuntime, type Runtime } from "@/server/runtime";
import { nodesOf, type Source, sourcesIn, treeOf } from "./sources";

const sources = sourcesIn("lib", "server", "app");
const isText = (node: ts.Node): node is ts.StringLiteral => ts.isStringLiteral(node);
/** Which argument of these says the code. */
const SPEAKERS: Record<string, number> = { Fault: 1, conflict: 0, notFound: 0 };

/** Every code a file refuses with, also those chosen by a condition. */
function codesOf(source: Source): string[] {
  const tree = treeOf(source);
  const calls = nodesOf(
    tree,
    (node): node is ts.NewExpression | ts.CallExpression => ts.isNewExpression(node) || ts.isCallExpression(node),
  );
  return calls.flatMap((call) => {
    const name = ts.isIdentifier(call.expression) ? call.expression.text : "";
    const place = SPEAKERS[name];
    const argument = place === undefined ? undefined : call.arguments?.[place];
    if (!argument) return [];
    return nodesOf(argument, isText).map(({ text }) => (name === "notFound" ? `${text}_not_found` : text));
  });
}

const spoken = [...new Set(sources.flatMap(codesOf))].sort();

describe("the catalogue of refusals", () => {
  it("finds what the house refuses with", () => {
    expect(spoken).toEqual(
      expect.arrayContaining(["forbidden", "validation", "agency_required", "group_not_found", "in_progress"]),
    );
    expect(spoken.filter((code) => !/^[a-z]+(_[a-z]+)*$/.test(code))).toEqual([]);
  });

  it.each(locales)("has a sentence for each code in %s", (locale) => {
    const internal = translateError(locale, "internal");
    expect(spoken.filter((code) => code !== "internal" && translateError(locale, code) === internal)).toEqual([]);
  });

  it("has its own sentence for whatever is no plain 'not found'", () => {
    const silent = spoken.filter((code) => !(code in errors) && !code.endsWith("_not_found"));
    expect(silent).toEqual([]);
  });
});

const sqlError = (code: string) => new Error("Failed query", { cause: Object.assign(new Error("pg"), { code }) });

describe("what a caller hears of an error", () => {
  const logged: unknown[] = [];
  beforeAll(() => {
    const log = { error: (seen: unknown) => logged.push(seen) };
    openRuntime({ log } as unknown as Runtime);
  });

  it.each<[FaultKind, number]>([
    ["malformed", 400],
    ["unauthenticated", 401],
    ["forbidden", 403],
    ["not_found", 404],
    ["conflict", 409],
    ["too_large", 413],
    ["invalid", 422],
    ["limited", 429],
    ["unavailable", 503],
  ])("%s is %i, with the code for programs and the sentence for people", (kind, status) => {
    const told = refusal(new Fault(kind, "sold_out", { left: 0 }), "en", "r1");
    expect(told).toEqual({ status, error: "sold_out", message: "No places are left.", details: { left: 0 } });
  });

  it.each([
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
  ])("%s means: busy, try again", (code) => {
    expect(refusal(sqlError(code), "en", "r2")).toMatchObject({ status: 503, error: "busy" });
  });

  it.each(["22021", "22P05", "22003", "22008", "22P02"])("%s means: the caller sent what can't be stored", (code) => {
    expect(refusal(sqlError(code), "en", "r3")).toMatchObject({ status: 422, error: "validation" });
  });

  it.each([
    ["a unique key", sqlError("23505")],
    ["a bug", new TypeError("x is not a function")],
    ["no error at all", "thrown text"],
  ])("%s is internal: logged with its request, told without detail", (_what, error) => {
    logged.length = 0;
    expect(asFault(error)).toBeNull();
    const told = refusal(error, "id", "r4");
    expect(told).toEqual({ status: 500, error: "internal", message: translateError("id", "internal") });
    expect(logged).toEqual([{ err: error, requestId: "r4" }]);
  });

  it("knows a fault from another copy of the module by its shape", () => {
    const stranger = Object.assign(new Error("sold_out"), { name: "Fault", kind: "conflict", code: "sold_out" });
    expect(stranger).not.toBeInstanceOf(Fault);
    expect(isFault(stranger)).toBe(true);
    expect(refusal(stranger, "en", "r5")).toMatchObject({ status: 409, error: "sold_out" });
  });
});
