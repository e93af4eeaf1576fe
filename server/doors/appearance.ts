"use server";

import { cookies } from "next/headers";
import { digitChoices, isLocale } from "@/lib/i18n/locales";
import { DIGITS_COOKIE, LOCALE_COOKIE, THEME_COOKIE, themes } from "./request-locale";

const YEAR = 365 * 24 * 3600;

async function remember(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, { path: "/", maxAge: YEAR, sameSite: "lax" });
}

/** Keeps the reader's language on this device; anything unknown is left alone. */
export async function chooseLocale(locale: string): Promise<void> {
  if (isLocale(locale)) await remember(LOCALE_COOKIE, locale);
}

/** Keeps the digits in which this device shows Arabic. */
export async function chooseDigits(digits: string): Promise<void> {
  if (digitChoices.some((one) => one === digits)) await remember(DIGITS_COOKIE, digits);
}

/** Keeps light, dark or the device's own on this device. */
export async function chooseTheme(theme: string): Promise<void> {
  if (themes.some((one) => one === theme)) await remember(THEME_COOKIE, theme);
}
