"use server";

import { cookies, headers } from "next/headers";
import { isSpoken } from "@/lib/i18n/locales";
import { updateProfile } from "@/lib/identity/commands/profile";
import { act } from "./act";
import { LOCALE_COOKIE, THEME_COOKIE, themes } from "./request-locale";

const YEAR = 365 * 24 * 3600;

async function remember(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, { path: "/", maxAge: YEAR, sameSite: "lax" });
}

/** Keeps the reader's language on this device, and writes to whoever is signed in in it; anything unknown is left alone. */
export async function chooseLocale(locale: string): Promise<void> {
  if (!isSpoken(locale)) return;
  await remember(LOCALE_COOKIE, locale);
  // Refused to whoever is not signed in: they are not written to.
  await act(updateProfile, null, { locale }, { headers: await headers(), locale });
}

/** Keeps light, dark or the device's own on this device. */
export async function chooseTheme(theme: string): Promise<void> {
  if (themes.some((one) => one === theme)) await remember(THEME_COOKIE, theme);
}
