import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { allMessages } from "@/lib/i18n/load";
import type { Spoken } from "@/lib/i18n/locales";

/** What a reader sees of it at first. A mock of the router would not reach what another test file has loaded. */
export function draw(children: ReactNode, locale: Spoken = "en"): string {
  const page = { locale, messages: allMessages(locale), timeZone: "UTC", children };
  const value = {} as AppRouterInstance;
  const inside = createElement(AppRouterContext.Provider, { value }, createElement(NextIntlClientProvider, page));
  return renderToStaticMarkup(inside);
}
