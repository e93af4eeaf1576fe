import { expect, it } from "vitest";
import { ungroup } from "@/components/packages/ungroup";

const point = (sign: string) => sign === ".";
/** `|` is where the caret stands. */
const edit = (text: string, inserted: string | null) => {
  const caret = text.indexOf("|");
  const { text: plain, caret: at } = ungroup({ typed: text.replace("|", ""), caret, inserted }, point);
  return `${plain.slice(0, at)}|${plain.slice(at)}`;
};

it("an amount corrected in its middle loses its groups, and the caret stays where the correction was", () => {
  expect(edit("34.9|500.000", "9")).toBe("349|500000");
  expect(edit("34.500.0|0", null)).toBe("345000|0");
  expect(edit("34.500.000,5|", "5")).toBe("34500000,5|");
  expect(edit("34.500.000,|", ",")).toBe("34500000,|");
  expect(edit("|4.500.000", null)).toBe("|4500000");
});

it("another amount in the place of all stands as it was written", () => {
  expect(edit("2.5|", "2.5")).toBe("2.5|");
  expect(edit("7|", "7")).toBe("7|");
  expect(edit("|", null)).toBe("|");
});
