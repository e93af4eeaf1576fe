import { type DialCountry, parsePhone } from "@/lib/i18n/phone";

export const REFRESH_DAYS = 7;
/** Where a number without a country code is dialled from when nobody says so. */
export const HOME_COUNTRY = "ID";

const PHONE_LIKE = /^[+(]?[\p{Nd}\s().\-–/]+$/u;
/** Directions and fancy spaces that come along when a number is copied. */
const COPIED = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const plain = (text: string) => text.normalize("NFKC").replace(COPIED, "").trim();
const latin = (text: string) => text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/** E.164 from any way people write a number, or null. One that makes no sense in `country` is read as if it had its plus. */
export function normalisePhone(text: string, country: string): string | null {
  const typed = latin(plain(text));
  if (!PHONE_LIKE.test(typed)) return null;
  const number = typed.replace(/[^\d+]/g, "").replace(/^00/, "+");
  const region = country as DialCountry;
  return parsePhone(number, region) ?? (/^[1-9]/.test(number) ? parsePhone(`+${number}`, region) : null);
}

export type Identifier = { kind: "email" | "phone" | "username"; value: string };

/** What somebody typed into the one field. Null is nobody's. */
export function readIdentifier(text: string, country: string): Identifier | null {
  const typed = plain(text);
  if (typed.includes("\u0000")) return null;
  if (typed.includes("@")) return { kind: "email", value: typed.toLowerCase() };
  if (!PHONE_LIKE.test(typed)) return { kind: "username", value: typed };
  const phone = normalisePhone(typed, country);
  return phone ? { kind: "phone", value: phone } : null;
}

/** One name for all spellings of an identifier, so that failed tries are counted together. */
export function accountKey(text: string): string {
  const typed = latin(plain(text)).toLowerCase();
  return PHONE_LIKE.test(typed) ? typed.replace(/\D/g, "").slice(-9) : typed;
}
