import { type CountryCode, getCountryCallingCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { latinDigits } from "@/lib/kernel/digits";

/** Countries our agencies and their pilgrims dial from; any other number is typed with its plus. */
export const dialCountries = ["ID", "MY", "KZ", "RU", "SA", "UZ", "KG", "SG", "TR", "AE", "EG"] as const;
export type DialCountry = (typeof dialCountries)[number];
/** The one whose numbers are typed without a prefix where an agency of this country works. */
export const asDialCountry = (country: string): DialCountry => dialCountries.find((one) => one === country) ?? "ID";

/** "+62" for "ID". RU and KZ share +7: the country is the agency's, never guessed from the prefix. */
export const dialCode = (country: DialCountry) => `+${getCountryCallingCode(country)}`;

/** E.164, or null when it is no possible number. National forms are read as `country`'s. */
export function parsePhone(input: string, country: DialCountry): string | null {
  const found = parsePhoneNumberFromString(latinDigits(input), country as CountryCode);
  return found?.isValid() ? found.number : null;
}

/** "+62 812 3456 7890": Latin digits in every language; isolate it with <bdi>. */
export function formatPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** wa.me and tel links: digits only. */
export const phoneDigits = (e164: string) => e164.replace(/\D/g, "");
