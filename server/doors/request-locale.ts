import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { allMessages, firstWordsOf } from "@/lib/i18n/load";
import { defaultLocale, dirOf, isLocale, type Locale, matchLocale, type Spoken, spokenOf } from "@/lib/i18n/locales";

export const themes = ["light", "dark", "system", "sun"] as const;
export type Theme = (typeof themes)[number];

export const LOCALE_COOKIE = "qafila_locale";
export const DIGITS_COOKIE = "qafila_digits";
export const THEME_COOKIE = "qafila_theme";

/** The reader's language: what they chose, else what their browser asks for, else English. */
export async function readLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : (matchLocale((await headers()).get("accept-language")) ?? defaultLocale);
}

/** The same with the digits they chose for Arabic: for what is shown, not for what is kept. */
async function readSpoken(): Promise<Spoken> {
  return spokenOf(await readLocale(), (await cookies()).get(DIGITS_COOKIE)?.value);
}

/** What the root layout needs to draw the first paint rightly, and the words every client component may use. */
export async function readAppearance() {
  const [locale, spoken] = [await readLocale(), await readSpoken()];
  const chosen = (await cookies()).get(THEME_COOKIE)?.value;
  const theme = themes.find((one) => one === chosen) ?? "system";
  return { locale, spoken, dir: dirOf(locale), theme, words: firstWordsOf(spoken) };
}

/** next-intl's request configuration; our own formats carry their zone, so UTC here is only a fixed point. */
export const requestLocale = getRequestConfig(async () => {
  const locale = await readSpoken();
  return { locale, messages: allMessages(locale), timeZone: "UTC" };
});
