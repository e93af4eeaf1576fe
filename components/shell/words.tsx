"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ComponentProps, type ReactNode, useMemo } from "react";
import type { Spoken } from "@/lib/i18n/locales";

type Messages = NonNullable<ComponentProps<typeof NextIntlClientProvider>["messages"]>;
type WordsProps = { /** Messages as JSON. */ words: string; children: ReactNode };

/** What all client components of the page speak. */
export function FirstWords({ locale, words, children }: WordsProps & { locale: Spoken }) {
  const messages = useMemo(() => JSON.parse(words) as Messages, [words]);
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}

/** Adds to what outer layouts already sent, instead of replacing it as the plain provider does. */
export function MoreWords({ words, children }: WordsProps) {
  const outer = useMessages();
  const all = useMemo(() => ({ ...outer, ...(JSON.parse(words) as Messages) }), [outer, words]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={all}>
      {children}
    </NextIntlClientProvider>
  );
}
