import { expect, it } from "vitest";
import { allMessages } from "@/lib/i18n/load";
import { locales } from "@/lib/i18n/locales";

/** How each language names a letter. */
const LETTER = /\bmail\b|email|e-mel|surel|البريد|письм|напис|пошта|почт|хат(?!а)/i;

it.each(locales)("in %s nobody is told of a letter that an installation without a mail server only keeps", (locale) => {
  const { platform, groups } = allMessages(locale);
  const said = [
    platform.decide.approved,
    platform.decide.rejected,
    platform.acts.suspendText,
    platform.register.sentText,
    groups.join.requested,
  ];
  expect(said.filter((one) => LETTER.test(one))).toEqual([]);
});

/** How each language says that something is sent or comes. */
const COMES = /\bsent\b|dikirim|dihantar|يُرسل|придёт|келеді/i;

it.each(locales)("in %s nobody is told that the decision comes by mail", (locale) => {
  expect(allMessages(locale).platform.register.emailHint).not.toMatch(COMES);
});
