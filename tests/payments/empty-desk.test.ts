import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ProofQueue } from "@/components/payments/proof-queue";
import { QUEUES } from "@/components/payments/queue-tabs";
import { allMessages } from "@/lib/i18n/load";
import { locales } from "@/lib/i18n/locales";
import { NOON } from "../support/world";

const empty = { proofs: [], currentId: null, now: NOON, choose: () => undefined };

it.each(locales)("a desk with nothing on it says what would stand there, each queue by itself, in %s", (locale) => {
  const said = [...QUEUES, "search" as const].map((shows) => {
    const children = createElement(ProofQueue, { ...empty, shows });
    const page = { locale, messages: allMessages(locale), timeZone: "UTC", children };
    return renderToStaticMarkup(createElement(NextIntlClientProvider, page)).replace(/<svg.*?<\/svg>/g, "");
  });
  expect(new Set(said).size).toBe(said.length);
});
