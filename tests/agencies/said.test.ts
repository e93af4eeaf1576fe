import { createElement } from "react";
import { expect, it } from "vitest";
import { AgenciesPage } from "@/components/platform/agencies-page";
import { PoliciesCard } from "@/components/settings/policies-card";
import { policiesOf } from "@/lib/agencies/rules/settings";
import { allMessages } from "@/lib/i18n/load";
import { locales } from "@/lib/i18n/locales";
import { draw } from "@/tests/support/draw";

it.each(locales)(
  "in %s an owner reads beside the steps of cancelling that packages they have keep their own: changed there, they changed nothing of what pilgrims read",
  (locale) => {
    const { tiersHint } = allMessages(locale).agency.settings;
    expect(
      draw(createElement(PoliciesCard, { policies: policiesOf({ singleSession: true }, locale, "IDR") }), locale),
    ).toContain(tiersHint);
  },
);

it.each(locales)("in %s nobody on trial is not no agency", (locale) => {
  const page = { data: [], nextCursor: null };
  const list = { home: "/admin/trials", query: { trail: [] }, page, actions: null, title: "", fixed: true };
  const { none, noTrial } = allMessages(locale).platform.agencies;
  const html = draw(createElement(AgenciesPage, list), locale);
  expect([html.includes(noTrial), html.includes(none)]).toEqual([true, false]);
});
