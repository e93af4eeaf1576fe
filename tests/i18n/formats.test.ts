import { readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { COUNTRIES } from "@/lib/agencies/rules/countries";
import {
  currencySign,
  formatAge,
  formatBadge,
  formatDate,
  formatDistance,
  formatDuration,
  formatHijri,
  formatMoment,
  formatMoney,
  formatMonth,
  formatNearDate,
  formatNumber,
  formatPercent,
  formatRoundSum,
  formatShortDate,
  formatSpan,
  formatTime,
  formatTravelDate,
} from "@/lib/i18n/formats";
import { hijriDay } from "@/lib/i18n/hijri";
import { KAZAKH_COUNTRIES, KAZAKH_CURRENCIES } from "@/lib/i18n/kazakh-places";
import { formatList } from "@/lib/i18n/list";
import { allMessages } from "@/lib/i18n/load";
import { ARABIC_DIGITS, asLocale, dirOf, locales } from "@/lib/i18n/locales";
import { countryName, currencyName } from "@/lib/i18n/places";
import { dayAt } from "@/lib/i18n/wall";

// People see neither no-break spaces nor direction marks.
const seen = (text: string) => text.replace(/[\u00A0\u202F]/g, " ").replace(/[\u200E\u200F]/g, "");
const eachLocale = (say: (locale: string) => string) => Object.fromEntries(locales.map((l) => [l, seen(say(l))]));
const at = new Date("2026-11-21T06:05:00Z");
const jakarta = { zone: "Asia/Jakarta" };

describe("[R89] figures, money and dates follow the reader's language", () => {
  it("writes rupiah whole although they travel with two decimals", () => {
    expect(eachLocale((l) => formatMoney(l, { amount: 3_450_000_000, currency: "IDR" }))).toEqual({
      en: "IDR 34,500,000",
      id: "Rp 34.500.000",
      ms: "IDR 34,500,000",
      ar: "34,500,000 IDR",
      ru: "34 500 000 IDR",
      kk: "34 500 000 IDR",
    });
  });

  it("names a currency above a column as it stands beside its sums", () => {
    expect(eachLocale((l) => ["IDR", "KZT", "SAR"].map((currency) => currencySign(l, currency)).join(" "))).toEqual({
      en: "IDR KZT SAR",
      id: "Rp KZT SAR",
      ms: "IDR KZT SAR",
      ar: "IDR KZT ر.س.",
      ru: "IDR KZT SAR",
      kk: "IDR ₸ SAR",
    });
    for (const locale of [...locales, ARABIC_DIGITS])
      for (const currency of ["IDR", "KZT", "SAR", "USD", "JPY"])
        expect(
          formatMoney(locale, { amount: -123_456_700, currency }).split(currencySign(locale, currency)),
        ).toHaveLength(2);
  });

  it("writes a zone's day with four figures of the year, so that such texts compare as days do", () => {
    expect(dayAt(at, "Asia/Jakarta")).toBe("2026-11-21");
    expect(dayAt(new Date("0999-12-31T12:00:00Z"), "UTC")).toBe("0999-12-31");
  });

  it("parts several words by their language's comma, and keeps a Hijri day in one piece", () => {
    expect([formatList("en", ["a", "b"]), formatList(ARABIC_DIGITS, ["ا", "ب"])]).toEqual(["a, b", "ا، ب"]);
    expect(formatMoment("en", at, { ...jakarta, year: true })).toMatch(/^Saturday, November 21, 2026, \d\d:\d\d$/);
    expect(formatMoment("ar", at, jakarta)).toMatch(/^[^،]+، [^،]+، \d+:\d\d/);
    expect(formatTravelDate("en", at, jakarta)).toMatch(/\u00A0· 11\u00A0Jumada\u00A0II$/);
  });

  it("writes the round sum of a chart's axis as its language shortens it", () => {
    expect(eachLocale((l) => seen(formatRoundSum(l, { amount: 40_000_000_000, currency: "IDR" })))).toEqual({
      en: "400M",
      id: "400 jt",
      ms: "400J",
      ar: "400 مليون",
      ru: "400 млн",
      kk: "400 млн",
    });
    expect(formatRoundSum("en", { amount: 250_000, currency: "SAR" })).toBe("2.5K");
  });

  it("writes tenge whole and riyals with halalas, in letters every font has", () => {
    expect(seen(formatMoney("kk", { amount: 124_500_000, currency: "KZT" }))).toBe("1 245 000 ₸");
    expect(seen(formatMoney("en", { amount: 825_000, currency: "SAR" }))).toBe("SAR 8,250.00");
    expect(seen(formatMoney("ar", { amount: 825_000, currency: "SAR" }))).toBe("8,250.00 ر.س.");
    expect(seen(formatMoney(ARABIC_DIGITS, { amount: 825_000, currency: "SAR" }))).toContain("٨٬٢٥٠");
  });

  it("writes the weekday and the date in the trip's zone", () => {
    expect(eachLocale((l) => formatDate(l, at, jakarta))).toEqual({
      en: "Saturday, November 21",
      id: "Sabtu, 21 November",
      ms: "Sabtu, 21 November",
      ar: "السبت، 21 نوفمبر",
      ru: "суббота, 21 ноября",
      kk: "21 қараша, сенбі",
    });
    expect(formatDate("en", new Date("2026-11-21T20:00:00Z"), jakarta)).toBe("Sunday, November 22");
    expect(formatShortDate("id", at, jakarta)).toBe("21 Nov");
    const from = new Date("2031-11-19T09:00:00Z");
    expect(formatNearDate("en", from, { ...jakarta, now: at })).toBe("Nov 19, 2031");
    expect(formatNearDate("kk", from, { ...jakarta, now: at })).toBe("2031 ж. 19 қар.");
    expect(formatNearDate("en", from, { ...jakarta, now: from })).toBe("Nov 19");
  });

  it("writes the days of a trip with what both have said once", () => {
    const span = (from: string, to: string) =>
      eachLocale((l) =>
        formatSpan(l, new Date(`${from}T09:00:00Z`), new Date(`${to}T09:00:00Z`), { ...jakarta, now: at }),
      );
    expect(span("2026-11-14", "2026-11-25")).toEqual({
      en: "Nov 14 – 25",
      id: "14–25 Nov",
      ms: "14–25 Nov",
      ar: "14–25 نوفمبر",
      ru: "14–25 нояб.",
      kk: "14–25 қар.",
    });
    expect(span("2027-01-14", "2027-01-25")).toEqual({
      en: "Jan 14 – 25, 2027",
      id: "14–25 Jan 2027",
      ms: "14–25 Jan 2027",
      ar: "14–25 يناير 2027",
      ru: "14–25 янв. 2027 г.",
      kk: "2027 ж. 14–25 қаң.",
    });
    expect(span("2027-01-25", "2027-02-03")).toEqual({
      en: "Jan 25 – Feb 3, 2027",
      id: "25 Jan – 3 Feb 2027",
      ms: "25 Jan – 3 Feb 2027",
      ar: "25 يناير – 3 فبراير 2027",
      ru: "25 янв. – 3 февр. 2027 г.",
      kk: "2027 ж. 25 қаң. – 3 ақп.",
    });
    expect(span("2026-12-24", "2027-01-04")).toEqual({
      en: "Dec 24 – Jan 4, 2027",
      id: "24 Des – 4 Jan 2027",
      ms: "24 Dis – 4 Jan 2027",
      ar: "24 ديسمبر – 4 يناير 2027",
      ru: "24 дек. – 4 янв. 2027 г.",
      kk: "2026 ж. 24 жел. – 2027 ж. 4 қаң.",
    });
    expect(span("2026-11-25", "2026-11-25")).toMatchObject({ en: "Nov 25", kk: "25 қар." });
  });

  it("writes a month without a day", () => {
    expect(eachLocale((l) => formatMonth(l, "2026-12"))).toEqual({
      en: "Dec 2026",
      id: "Des 2026",
      ms: "Dis 2026",
      ar: "ديسمبر 2026",
      ru: "дек. 2026 г.",
      kk: "2026 ж. жел.",
    });
  });

  it("writes the Hijri day in its own words, without the engine's AH", () => {
    expect(eachLocale((l) => formatHijri(l, at, jakarta))).toEqual({
      en: "11 Jumada II 1448 AH",
      id: "11 Jumadilakhir 1448 H",
      ms: "11 Jamadilakhir 1448 H",
      ar: "11 جمادى الآخرة 1448 هـ",
      ru: "11 джумада ас-сания 1448 г. х.",
      kk: "11 жұмадәл-ахир 1448 х. ж.",
    });
    expect(seen(formatTravelDate("id", at, jakarta))).toBe("Sabtu, 21 November · 11 Jumadilakhir");
  });

  it("shows 24 hours, except in Arabic", () => {
    const evening = new Date("2026-11-21T13:05:00Z");
    expect(eachLocale((l) => formatTime(l, evening, jakarta))).toEqual({
      en: "20:05",
      id: "20.05",
      ms: "20:05",
      ar: "8:05 م",
      ru: "20:05",
      kk: "20:05",
    });
    expect(seen(formatTime(ARABIC_DIGITS, evening, jakarta))).toBe("٨:٠٥ م");
  });

  it("says distances as people walk them", () => {
    expect(seen(formatDistance("en", 338))).toBe("340 m");
    expect(seen(formatDistance("en", 12))).toBe("12 m");
    expect(seen(formatDistance("ru", 1_250))).toBe("1,3 км");
    expect(seen(formatDistance("en", 998))).toBe("1 km");
    expect(formatDistance(ARABIC_DIGITS, 180)).toContain("١٨٠");
  });

  it("says how old a thing is in one unit", () => {
    const ago = (ms: number) => new Date(at.getTime() - ms);
    expect(formatAge("en", ago(10_000), at)).toBe("now");
    expect(formatAge("en", ago(-5_000), at)).toBe("now");
    expect(formatAge("en", ago(50_000), at)).toBe("1 min. ago");
    expect(formatAge("id", ago(9 * 60_000), at)).toBe("9 mnt lalu");
    expect(seen(formatAge("ar", ago(2 * 60_000), at))).toBe("قبل دقيقتين");
    expect(formatAge("en", ago(3 * 86_400_000), at)).toBe("3 days ago");
    expect(seen(formatDuration("en", 42 * 60_000))).toBe("42 min");
    expect(seen(formatDuration("ru", 3 * 86_400_000))).toBe("3 дня");
  });

  it("groups plain numbers and shows shares whole", () => {
    expect(formatNumber("id", 1234567)).toBe("1.234.567");
    expect(formatNumber(ARABIC_DIGITS, 41)).toBe("٤١");
    expect([0, 7, 99, 100].map((n) => formatBadge(ARABIC_DIGITS, n))).toEqual(["٠", "٧", "٩٩", "٩٩+"]);
    expect(formatBadge("en", 1_000)).toBe("99+");
    expect(seen(formatPercent("en", 0.18))).toBe("18%");
  });
});

it.runIf(sharedTable())("counts Umm al-Qura months as the published table does", () => {
  for (const [month, iso] of Object.entries(sharedTable() ?? {})) {
    const [year, number] = month.split("-").map(Number);
    expect(hijriDay(new Date(`${iso}T12:00:00Z`), "UTC")).toEqual({ day: 1, month: number, year });
  }
});

function sharedTable(): Record<string, string> | null {
  try {
    const text = readFileSync(
      new URL("../../../shared/data/facts/hijri_ummalqura_1440_1450.json", import.meta.url),
      "utf8",
    );
    return (JSON.parse(text) as { monthStart: Record<string, string> }).monthStart;
  } catch {
    return null;
  }
}

describe("[R89] who chose Arabic digits", () => {
  const latin = /[0-9]/;
  const day = new Date("2026-10-21T06:05:00Z");

  it("reads them in every figure, day, Hijri day and age", () => {
    const texts = [
      formatNumber(ARABIC_DIGITS, 1_234.5),
      formatPercent(ARABIC_DIGITS, 0.18),
      formatMoney(ARABIC_DIGITS, { amount: 3_450_000_000, currency: "IDR" }),
      formatDate(ARABIC_DIGITS, at, { ...jakarta, year: true }),
      formatShortDate(ARABIC_DIGITS, at, jakarta),
      formatMonth(ARABIC_DIGITS, "2026-12"),
      formatSpan(ARABIC_DIGITS, at, new Date("2032-01-01T09:00:00Z"), { ...jakarta, now: at }),
      formatHijri(ARABIC_DIGITS, at, jakarta),
      formatTravelDate(ARABIC_DIGITS, at, jakarta),
      formatTime(ARABIC_DIGITS, at, jakarta),
      formatDistance(ARABIC_DIGITS, 1_250),
      formatDuration(ARABIC_DIGITS, 42 * 60_000),
      formatAge(ARABIC_DIGITS, day, at),
    ];
    expect(texts.filter((text) => latin.test(text) || !/[٠-٩]/.test(text))).toEqual([]);
    expect(seen(texts[0] ?? "")).toBe("١٬٢٣٤٫٥");
  });

  it("has the Arabic of everybody else around them", () => {
    const asDigits = (text: string) => text.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)] ?? "");
    expect(formatTravelDate(ARABIC_DIGITS, at, jakarta)).toBe(asDigits(formatTravelDate("ar", at, jakarta)));
    expect(formatTime(ARABIC_DIGITS, at, jakarta)).toBe(asDigits(formatTime("ar", at, jakarta)));
    expect(countryName(ARABIC_DIGITS, "SA")).toBe(countryName("ar", "SA"));
    expect([asLocale(ARABIC_DIGITS), dirOf(ARABIC_DIGITS)]).toEqual(["ar", "rtl"]);
  });

  it("counts in them inside sentences too", () => {
    const t = createTranslator({ locale: ARABIC_DIGITS, messages: allMessages(ARABIC_DIGITS), timeZone: "UTC" });
    expect(t("office.today.roadAside", { count: 14 })).toContain("١٤");
  });
});

describe("[R89] countries and currencies that Qafila offers", () => {
  it("have a name of their own in Kazakh, which no browser knows", () => {
    for (const [country, { currency }] of Object.entries(COUNTRIES)) {
      expect([country, KAZAKH_COUNTRIES[country], KAZAKH_CURRENCIES[currency]]).toEqual([
        country,
        countryName("kk", country),
        currencyName("kk", currency),
      ]);
    }
    expect([countryName("kk", "SA"), countryName("ru", "SA"), currencyName("kk", "USD")]).toEqual([
      "Сауд Арабиясы",
      "Саудовская Аравия",
      "АҚШ доллары",
    ]);
  });
});
