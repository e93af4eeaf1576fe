import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { allMessages, firstWordsOf } from "@/lib/i18n/load";
import { asLocale, asSpoken, dirOf, isSpoken, matchLocale, type Spoken } from "@/lib/i18n/locales";

export const themes = ["light", "dark", "system", "sun"] as const;
export type Theme = (typeof themes)[number];

export const LOCALE_COOKIE = "qafila_locale";
export const THEME_COOKIE = "qafila_theme";

/** The reader's language: what they chose, else what their browser asks for, else English. */
export async function readLocale(): Promise<Spoken> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isSpoken(chosen) ? chosen : asSpoken(matchLocale((await headers()).get("accept-language")));
}

/** What the root layout needs to draw the first paint rightly, and the words every client component may use. */
export async function readAppearance() {
  const spoken = await readLocale();
  const chosen = (await cookies()).get(THEME_COOKIE)?.value;
  const theme = themes.find((one) => one === chosen) ?? "system";
  return { locale: asLocale(spoken), spoken, dir: dirOf(spoken), theme, words: firstWordsOf(spoken) };
}

/** next-intl's request configuration; our own formats carry their zone, so UTC here is only a fixed point. */
export const requestLocale = getRequestConfig(async () => {
  const locale = await readLocale();
  return { locale, messages: allMessages(locale), timeZone: "UTC" };
});
