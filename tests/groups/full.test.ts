import { expect, it } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { translate } from "@/lib/i18n/translate";

const LEADER = { en: /leader/i, id: /ketua/i, ms: /ketua/i, ru: /руковод/i, kk: /жетекші/i, ar: /مشرف/ };
const OFFICE = { en: /office/i, id: /kantor/i, ms: /pejabat/i, ru: /офис/i, kk: /кеңсе/i, ar: /مكتب/ };

it.each(locales)(
  "that a group is full is told in %s with who adds places, also to the leader who lets people in",
  (locale) => {
    const said = translate(locale, "errors.group_full");
    expect(said, "the office alone has a page for it").toMatch(OFFICE[locale]);
    expect(said, "a leader was told to ask the leader").not.toMatch(LEADER[locale]);
  },
);
