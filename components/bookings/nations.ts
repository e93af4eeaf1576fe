import { useLocale } from "next-intl";
import { byName } from "@/lib/i18n/order";
import { countryName } from "@/lib/i18n/places";

/** As a passport writes them, with the code by which browsers know their names. */
const NATIONS: Record<string, string> = {
  IDN: "ID",
  MYS: "MY",
  SGP: "SG",
  BRN: "BN",
  THA: "TH",
  PHL: "PH",
  KAZ: "KZ",
  RUS: "RU",
  UZB: "UZ",
  KGZ: "KG",
  TJK: "TJ",
  TKM: "TM",
  AZE: "AZ",
  TUR: "TR",
  SAU: "SA",
  ARE: "AE",
  EGY: "EG",
  YEM: "YE",
  PAK: "PK",
  BGD: "BD",
  IND: "IN",
  AUS: "AU",
  GBR: "GB",
  USA: "US",
  DEU: "DE",
  NLD: "NL",
};

/** Nationalities to choose from, by their names in the reader's language; what is kept already stands among them. */
export function useNations(kept: string | null): { value: string; label: string }[] {
  const locale = useLocale();
  const order = byName(locale);
  const known = Object.entries(NATIONS).map(([value, region]) => ({ value, label: countryName(locale, region) }));
  const other = kept && !NATIONS[kept] ? [{ value: kept, label: kept }] : [];
  return [...known.toSorted((a, b) => order(a.label, b.label)), ...other];
}
