type Home = { currency: string; timeZone: string; locale: "en" | "id" | "ms" | "ar" | "ru" | "kk" };

const home = (currency: string, timeZone: string, locale: Home["locale"]): Home => ({ currency, timeZone, locale });

/** Where agencies come from so far, and what an agency of that country begins with. All of it can be changed later. */
export const COUNTRIES: Readonly<Record<string, Home>> = {
  ID: home("IDR", "Asia/Jakarta", "id"),
  MY: home("MYR", "Asia/Kuala_Lumpur", "ms"),
  KZ: home("KZT", "Asia/Almaty", "kk"),
  RU: home("RUB", "Europe/Moscow", "ru"),
  SA: home("SAR", "Asia/Riyadh", "ar"),
  AE: home("AED", "Asia/Dubai", "ar"),
  BD: home("BDT", "Asia/Dhaka", "en"),
  BN: home("BND", "Asia/Brunei", "ms"),
  DE: home("EUR", "Europe/Berlin", "en"),
  DZ: home("DZD", "Africa/Algiers", "ar"),
  EG: home("EGP", "Africa/Cairo", "ar"),
  FR: home("EUR", "Europe/Paris", "en"),
  GB: home("GBP", "Europe/London", "en"),
  IN: home("INR", "Asia/Kolkata", "en"),
  JO: home("JOD", "Asia/Amman", "ar"),
  KG: home("KGS", "Asia/Bishkek", "ru"),
  MA: home("MAD", "Africa/Casablanca", "ar"),
  NG: home("NGN", "Africa/Lagos", "en"),
  PH: home("PHP", "Asia/Manila", "en"),
  PK: home("PKR", "Asia/Karachi", "en"),
  SG: home("SGD", "Asia/Singapore", "en"),
  TH: home("THB", "Asia/Bangkok", "en"),
  TJ: home("TJS", "Asia/Dushanbe", "ru"),
  TN: home("TND", "Africa/Tunis", "ar"),
  TR: home("TRY", "Europe/Istanbul", "en"),
  US: home("USD", "America/New_York", "en"),
  UZ: home("UZS", "Asia/Tashkent", "ru"),
};

/** What an agency of this country begins with; one from elsewhere sets it itself. */
export const homeOfCountry = (country: string): Home => COUNTRIES[country] ?? home("USD", "Asia/Riyadh", "en");
