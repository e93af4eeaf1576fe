import { createElement } from "react";
import { expect, it } from "vitest";
import { ProofQueue } from "@/components/payments/proof-queue";
import { QUEUES } from "@/components/payments/queue-tabs";
import { locales } from "@/lib/i18n/locales";
import { draw } from "@/tests/support/draw";
import { NOON } from "../support/world";

const empty = { proofs: [], currentId: null, now: NOON, choose: () => undefined };

it.each(locales)("a desk with nothing on it says what would stand there, each queue by itself, in %s", (locale) => {
  const said = [...QUEUES, "search" as const].map((shows) => {
    const children = createElement(ProofQueue, { ...empty, shows });
    return draw(children, locale).replace(/<svg.*?<\/svg>/g, "");
  });
  expect(new Set(said).size).toBe(said.length);
});
