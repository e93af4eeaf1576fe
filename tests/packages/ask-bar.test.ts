import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AskBar } from "@/components/public/ask-bar";
import { allMessages } from "@/lib/i18n/load";

const bar = (go: Parameters<typeof AskBar>[0]["go"]) => {
  const children = createElement(AskBar, { hotline: "+62811000100", go });
  const page = { locale: "en" as const, messages: allMessages("en"), timeZone: "UTC", children };
  const html = renderToStaticMarkup(createElement(NextIntlClientProvider, page));
  return { html, ways: [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href) };
};

it("a phone's bar leads to what is for sale, and where nothing is says so and only asks", () => {
  expect(bar({ href: "#packages", label: "Choose" }).ways).toEqual(["tel:+62811000100", "#packages"]);
  const none = bar("Nothing is on sale yet");
  expect(none.ways).toEqual(["tel:+62811000100"]);
  expect(none.html).toContain("Nothing is on sale yet");
});
