import { readAmount } from "@/lib/kernel/amounts";
import { latinDigits } from "@/lib/kernel/digits";
import type { PassengerType, RoomType } from "@/lib/packages/contract/package";

/** Without what trails behind it, found from the end: a cell comes from anybody and may be as long as its file. */
function plain(typed: string): string {
  const text = typed.normalize("NFKC").trim().toLowerCase();
  let end = text.length;
  while (end > 0 && /[.\s]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** How a currency is named beside its amounts, as NFKC writes it. */
const SIGNS: Record<string, readonly string[]> = {
  IDR: ["rp"],
  MYR: ["rm"],
  KZT: ["₸", "тенге", "тг"],
  RUB: ["₽", "рублей", "руб"],
  SAR: ["ریال", "ريال", "ر.س", "sr"],
  USD: ["us$", "$"],
};
/** "Rp 5.000.000,-" in minor units. Null for another currency, less than nothing, or words that would change the sum: "5 jt". */
export function readPaid(typed: string, currency: string): number | null {
  const text = typed.normalize("NFKC").trim().toLowerCase();
  const sign = [currency.toLowerCase(), ...(SIGNS[currency] ?? [])].find((one) => text.includes(one));
  const bare = sign ? text.replace(sign, "").replace(/^\.|\.$/, "") : text;
  return readAmount(bare.trim().replace(/[.,]-$/, ""), currency);
}

const MONTHS: readonly (readonly string[])[] = [
  ...[["jan"], ["feb", "peb"], ["mar", "mac"], ["apr"], ["may", "mei"], ["jun"], ["jul"], ["aug", "agu", "ogo"]],
  ...[["sep"], ["oct", "okt"], ["nov", "nop"], ["dec", "des", "dis"]],
];
const two = (n: number) => String(n).padStart(2, "0");

function dayOf(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 1900 && year <= 2100;
  return isReal ? `${year}-${two(month)}-${two(day)}` : null;
}

/** Days from 1900 as workbooks count them. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
/** A calendar day however it was typed: 1968-03-14, 14/03/1968, 14.03.1968, 14 Mar 1968, 24911. The day comes first. */
export function readDay(typed: string): string | null {
  const text = latinDigits(plain(typed));
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t.*)?$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dmy = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (dmy) return dayOf(Number(dmy[3]), Number(dmy[2]), Number(dmy[1]));
  const worded = /^(\d{1,2})[-/. ]+([a-z]+)[-/. ]+(\d{4})$/.exec(text);
  if (worded) {
    const month = MONTHS.findIndex((names) => names.some((name) => worded[2]!.startsWith(name)));
    return month < 0 ? null : dayOf(Number(worded[3]), month + 1, Number(worded[1]));
  }
  if (/^\d{4,5}$/.test(text) && Number(text) > 3_000) {
    const at = new Date(SERIAL_ZERO + Number(text) * 86_400_000);
    return dayOf(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
  }
  return null;
}

const GENDERS: Record<"female" | "male", readonly string[]> = {
  female: [
    "f",
    "female",
    "woman",
    "p",
    "pr",
    "perempuan",
    "wanita",
    "ny",
    "nyonya",
    "nona",
    "أنثى",
    "انثى",
    "امرأة",
    "ж",
    "жен",
    "женский",
    "ә",
    "әйел",
  ],
  male: [
    "m",
    "male",
    "man",
    "l",
    "lk",
    "laki-laki",
    "laki",
    "pria",
    "lelaki",
    "tn",
    "tuan",
    "ذكر",
    "رجل",
    "м",
    "муж",
    "мужской",
    "е",
    "ер",
    "ер адам",
  ],
};
/** The gender a cell names in any of our languages; null for what is none. */
export const readGender = (typed: string): "female" | "male" | null =>
  (["female", "male"] as const).find((one) => GENDERS[one].includes(plain(typed))) ?? null;

const ROOMS: Record<RoomType, readonly string[]> = {
  quad: [
    "quad",
    "quadruple",
    "q",
    "4",
    "berempat",
    "رباعية",
    "رباعي",
    "четырехместный",
    "четырёхместный",
    "төрт орындық",
  ],
  triple: ["triple", "t", "3", "bertiga", "ثلاثية", "ثلاثي", "трехместный", "трёхместный", "үш орындық"],
  double: ["double", "twin", "d", "2", "berdua", "ثنائية", "ثنائي", "مزدوجة", "двухместный", "екі орындық"],
  single: ["single", "s", "1", "sendiri", "فردية", "فردي", "одноместный", "бір орындық"],
};
/** The room type a cell names in any of our languages; null for what is none. */
export const readRoom = (typed: string): RoomType | null =>
  (Object.keys(ROOMS) as RoomType[]).find((one) => ROOMS[one].includes(plain(typed))) ?? null;

const TYPES: Record<PassengerType, readonly string[]> = {
  adult: ["adult", "adt", "dewasa", "بالغ", "взрослый", "ересек"],
  child: ["child", "chd", "anak", "kanak-kanak", "طفل", "ребенок", "ребёнок", "бала"],
  infant: ["infant", "inf", "bayi", "رضيع", "младенец", "сәби"],
};
/** The passenger type a cell names in any of our languages; null for what is none. */
export const readPassenger = (typed: string): PassengerType | null =>
  (Object.keys(TYPES) as PassengerType[]).find((one) => TYPES[one].includes(plain(typed))) ?? null;

/** The codes of passports for how people write where they are from. */
const NATIONS: Record<string, readonly string[]> = {
  IDN: ["id", "idn", "indonesia", "wni", "indonesian", "إندونيسيا", "индонезия"],
  MYS: ["my", "mys", "malaysia", "malaysian", "ماليزيا", "малайзия"],
  KAZ: ["kz", "kaz", "kazakhstan", "kazakh", "казахстан", "қазақстан", "كازاخستان"],
  RUS: ["ru", "rus", "russia", "russian", "россия", "рф", "ресей", "روسيا"],
  SAU: ["sa", "sau", "saudi arabia", "السعودية", "саудовская аравия"],
  SGP: ["sg", "sgp", "singapore"],
  BRN: ["bn", "brn", "brunei"],
};
/** The three-letter code (ICAO 9303) of a country as people write it; null for what is none we know. */
export function readNation(typed: string): string | null {
  const found = Object.keys(NATIONS).find((code) => NATIONS[code]!.includes(plain(typed)));
  return found ?? (/^[a-z]{3}$/.test(plain(typed)) ? plain(typed).toUpperCase() : null);
}
