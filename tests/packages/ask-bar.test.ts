import { createElement } from "react";
import { expect, it } from "vitest";
import { AskBar } from "@/components/public/ask-bar";
import { draw } from "@/tests/support/draw";

type Bar = Parameters<typeof AskBar>[0];
const bar = (data: unknown[], query: Bar["query"] = {}) => {
  const list = { data } as Bar["list"];
  const children = createElement(AskBar, { hotline: "+62811000100", slug: "nurani", list, query });
  const html = draw(children);
  return { html, ways: [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href) };
};

it("a phone's bar leads to what is for sale, back to it where nothing fits, and where nothing is only asks", () => {
  expect(bar([{}]).ways).toEqual(["tel:+62811000100", "#packages"]);
  expect(bar([], { city: "Jakarta" }).ways).toEqual(["tel:+62811000100", "/a/nurani"]);
  expect(bar([]).ways).toEqual(["tel:+62811000100"]);
  expect(bar([]).html).toContain("Nothing is on sale yet");
});
