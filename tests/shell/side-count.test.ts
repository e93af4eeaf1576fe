import { createElement } from "react";
import { expect, it } from "vitest";
import { SideCount } from "@/components/shell/side-count";
import { draw } from "@/tests/support/draw";

const read = (count: number, locale: Parameters<typeof draw>[1] = "en") =>
  draw(createElement(SideCount, { count }), locale).replace(/<[^>]*>/g, "");

it("how much waits behind a place of the side bar stands there in the reader's digits, and nothing where nothing does", () => {
  expect(read(14)).toContain("14");
  expect(read(14, "ar-u-nu-arab")).toContain("١٤");
  expect(read(0)).toBe("");
});
