"use client";

import { NextIntlClientProvider } from "next-intl";
import { useEffect, useState } from "react";
import { asLocale, defaultLocale, dirOf, type Locale } from "@/lib/i18n/locales";
import commonInEnglish from "@/lib/i18n/messages/en/common.json";
import shellInEnglish from "@/lib/i18n/messages/en/shell.json";
import { BrokenPage } from "./broken-page";

const english = { common: commonInEnglish, shell: shellInEnglish };

/** Starts in English and turns to the browser's language once its words arrive: the choice was lost with the layout. */
export function BrokenRoot({ code, retry }: { code?: string; retry: () => void }) {
  const [spoken, setSpoken] = useState<{ locale: Locale; messages: typeof english }>({
    locale: defaultLocale,
    messages: english,
  });
  useEffect(() => {
    const locale = asLocale(navigator.language.slice(0, 2));
    if (locale === defaultLocale) return;
    const parts = [
      import(`@/lib/i18n/messages/${locale}/common.json`),
      import(`@/lib/i18n/messages/${locale}/shell.json`),
    ];
    Promise.all(parts).then(
      ([common, shell]) => setSpoken({ locale, messages: { common: common.default, shell: shell.default } }),
      () => {},
    );
  }, []);
  return (
    <html lang={spoken.locale} dir={dirOf(spoken.locale)} data-theme="system">
      <body>
        <NextIntlClientProvider locale={spoken.locale} messages={spoken.messages} timeZone="UTC">
          <BrokenPage code={code} retry={retry} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
