import { createElement } from "react";
import { expect, it } from "vitest";
import { InWords } from "@/components/savings/in-words";
import { ARABIC_DIGITS } from "@/lib/i18n/locales";
import { draw } from "@/tests/support/draw";

it.each([
  ["id", "empat belas juta delapan ratus lima puluh ribu Rupiah Indonesia"],
  [ARABIC_DIGITS, "أربعة عشر مليوناً وثمانمائة وخمسون ألف روبية إندونيسية"],
] as const)("[R89] a statement spells its sum on screen and print as its PDF does, in %s", (locale, said) => {
  const children = createElement(InWords, { money: { amount: 1_485_000_000, currency: "IDR" } });
  expect(draw(children, locale)).toContain(said);
});
