import type { Locale } from "./locales";

export type HijriDay = { day: number; month: number; year: number };

// Own names and eras: engines print "AH" in ru and "ХЖ" in kk, and differ from one another, which breaks hydration.
const monthNames: Record<Locale, readonly string[]> = {
  en: names("Muharram|Safar|Rabi I|Rabi II|Jumada I|Jumada II|Rajab|Shaban|Ramadan|Shawwal|Dhul Qadah|Dhul Hijjah"),
  id: names(
    "Muharam|Safar|Rabiulawal|Rabiulakhir|Jumadilawal|Jumadilakhir|Rajab|Syakban|Ramadan|Syawal|Zulkaidah|Zulhijah",
  ),
  ms: names(
    "Muharam|Safar|Rabiulawal|Rabiulakhir|Jamadilawal|Jamadilakhir|Rejab|Syaaban|Ramadan|Syawal|Zulkaedah|Zulhijah",
  ),
  ar: names("محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة"),
  ru: names(
    "мухаррам|сафар|раби аль-авваль|раби ас-сани|джумада аль-уля|джумада ас-сания|раджаб|шаабан|рамадан|шавваль|зуль-каада|зуль-хиджжа",
  ),
  kk: names(
    "мұхаррам|сафар|рабиғул-әууәл|рабиғул-ахир|жұмадәл-әууәл|жұмадәл-ахир|ережеп|шағбан|рамазан|шәууәл|зұлқағда|зұлхижжа",
  ),
};
const eras: Record<Locale, string> = { en: "AH", id: "H", ms: "H", ar: "هـ", ru: "г. х.", kk: "х. ж." };

function names(list: string): readonly string[] {
  return list.split("|");
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The Umm al-Qura day on which `date` falls in `zone` (civil midnight, not sunset). */
export function hijriDay(date: Date, zone: string): HijriDay {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
      timeZone: zone,
      day: "numeric",
      month: "numeric",
      year: "numeric",
    });
  clocks.set(zone, clock);
  const parts = new Map(clock.formatToParts(date).map((part) => [part.type, Number.parseInt(part.value, 10)]));
  return { day: parts.get("day") ?? 1, month: parts.get("month") ?? 1, year: parts.get("year") ?? 0 };
}

/** "11 Jumada II 1448 AH"; without the year "11 Jumada II". Digits come in through `number`. */
export function hijriWords(locale: Locale, on: HijriDay, number: (n: number) => string, year: boolean): string {
  const words = `${number(on.day)} ${monthNames[locale][on.month - 1] ?? ""}`;
  return year ? `${words} ${number(on.year)} ${eras[locale]}` : words;
}
