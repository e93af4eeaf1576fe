import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { InWords } from "@/components/savings/in-words";
import { allMessages } from "@/lib/i18n/load";
import { ARABIC_DIGITS } from "@/lib/i18n/locales";

it.each([
  ["id", "empat belas juta delapan ratus lima puluh ribu Rupiah Indonesia"],
  [ARABIC_DIGITS, "أربعة عشر مليوناً وثمانمائة وخمسون ألف روبية إندونيسية"],
] as const)("[R89] a statement spells its sum on screen and print as its PDF does, in %s", (locale, said) => {
  const children = createElement(InWords, { money: { amount: 1_485_000_000, currency: "IDR" } });
  const page = { locale, messages: allMessages(locale), timeZone: "UTC", children };
  expect(renderToStaticMarkup(createElement(NextIntlClientProvider, page))).toContain(said);
});
