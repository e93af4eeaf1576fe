import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AgenciesPage } from "@/components/platform/agencies-page";
import { PoliciesCard } from "@/components/settings/policies-card";
import { policiesOf } from "@/lib/agencies/rules/settings";
import { allMessages } from "@/lib/i18n/load";
import { locales } from "@/lib/i18n/locales";

function shown(locale: (typeof locales)[number], children: ReactNode): string {
  const page = { locale, messages: allMessages(locale), timeZone: "UTC", children };
  const router = { value: {} as never, children: createElement(NextIntlClientProvider, page) };
  return renderToStaticMarkup(createElement(AppRouterContext.Provider, router));
}

it.each(locales)(
  "in %s an owner reads beside the steps of cancelling that packages they have keep their own: changed there, they changed nothing of what pilgrims read",
  (locale) => {
    const { tiersHint } = allMessages(locale).agency.settings;
    expect(
      shown(locale, createElement(PoliciesCard, { policies: policiesOf({ singleSession: true }, locale, "IDR") })),
    ).toContain(tiersHint);
  },
);

it.each(locales)("in %s nobody on trial is not no agency", (locale) => {
  const page = { data: [], nextCursor: null };
  const list = { home: "/admin/trials", query: { trail: [] }, page, actions: null, title: "", fixed: true };
  const { none, noTrial } = allMessages(locale).platform.agencies;
  const html = shown(locale, createElement(AgenciesPage, list));
  expect([html.includes(noTrial), html.includes(none)]).toEqual([true, false]);
});
