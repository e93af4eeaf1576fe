import ts from "typescript";
import { expect, it } from "vitest";
import errors from "@/lib/i18n/messages/en/errors.json";
import { nodesOf, sourcesIn, treeOf } from "./sources";

const calls = sourcesIn("lib").flatMap((source) =>
  nodesOf(treeOf(source), ts.isCallExpression).map((call) => ({ file: source.file, call })),
);
const nameOf = ({ expression }: ts.CallExpression) =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : "";

it("every rule of ours names its problem: none is told as 'custom'", () => {
  const nameless = calls.filter(({ call }) => nameOf(call) === "refine" && call.arguments.length < 2);
  expect(nameless.map(({ file, call }) => `${file}: refine at ${call.pos}`)).toEqual([]);
});

it("every problem of a field has its sentence", () => {
  const named = sourcesIn("lib").flatMap(({ text }) => [
    ...[...text.matchAll(/\berror: "([a-z_]+)"/g)].map(([, code]) => code),
    ...[...text.matchAll(/\binvalid\((?:"[\w.]+"|\w+), "([a-z_]+)"\)/g)].map(([, code]) => code),
  ]);
  expect(named).toEqual(expect.arrayContaining(["ends_before_start", "already_past", "same_as_identifier"]));
  expect(named.filter((code) => !(code && code in errors.fields))).toEqual([]);
});
