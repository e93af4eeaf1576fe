import * as english from "n2words/en-US";
import * as indonesian from "n2words/id-ID";
import * as malay from "n2words/ms-MY";
import * as russian from "n2words/ru-RU";
import { unitOf } from "@/lib/kernel/amounts";
import { asLocale, type Locale } from "./locales";

/** Groups of three digits with what they count, the largest first; empty ones are not said. */
function groupsOf(whole: bigint): { n: number; at: number }[] {
  const groups: { n: number; at: number }[] = [];
  for (let rest = whole, at = 0; rest > 0n; rest /= 1000n, at += 1) groups.unshift({ n: Number(rest % 1000n), at });
  return groups.filter(({ n }) => n > 0);
}

const KK = {
  ones: ["", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"],
  tens: ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"],
  groups: ["", "мың", "миллион", "миллиард", "триллион", "квадриллион"],
};

/** Kazakh counts without gender or plural; a single group is counted too ("бір мың"). */
function kazakh(whole: bigint): string {
  const said = groupsOf(whole).flatMap(({ n, at }) => [
    ...(n >= 100 ? [KK.ones[Math.floor(n / 100)], "жүз"] : []),
    KK.tens[Math.floor(n / 10) % 10],
    KK.ones[n % 10],
    KK.groups[at],
  ]);
  return said.filter(Boolean).join(" ") || "нөл";
}

const AR = {
  ones: "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split(" "),
  teens: "أحد اثنا ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة".split(" "),
  tens: "عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون".split(" "),
  hundreds: "مائة مائتان ثلاثمائة أربعمائة خمسمائة ستمائة سبعمائة ثمانمائة تسعمائة".split(" "),
  /** One, two, three to ten, eleven to ninety-nine of them, as the last two digits say; whole hundreds count one. */
  groups: [
    "ألف ألفان آلاف ألفاً",
    "مليون مليونان ملايين مليوناً",
    "مليار ملياران مليارات ملياراً",
    "تريليون تريليونان تريليونات تريليوناً",
    "كوادريليون كوادريليونان كوادريليونات كوادريليوناً",
  ].map((forms) => forms.split(" ")),
};

function arabicBelow1000(n: number): string {
  const [hundreds, rest, one] = [Math.floor(n / 100), n % 100, n % 10];
  const small =
    rest === 0
      ? []
      : rest <= 10
        ? [AR.ones[rest - 1]]
        : rest < 20
          ? [`${AR.teens[rest - 11]} عشر`]
          : [...(one > 0 ? [AR.ones[one - 1]] : []), AR.tens[Math.floor(rest / 10) - 2]];
  return [...(hundreds > 0 ? [AR.hundreds[hundreds - 1]] : []), ...small].join(" و");
}

/** The last Arabic number loses its ending before what it counts: "مائتا ألف", "ألفا روبية", "خمسون ألف روبية". */
const counting = (said: string) => said.replace(/(مائت|ألف|ليون|مليار)ان$/, "$1ا").replace(/اً$/, "");

/** Arabic as amounts are written, counting what is he; all groups are joined by "and". */
function arabic(whole: bigint): string {
  const said = groupsOf(whole).map(({ n, at }) => {
    const [one, two, few, many] = AR.groups[at - 1] ?? [];
    if (at === 0) return arabicBelow1000(n);
    if (n <= 2) return n === 1 ? one : two;
    const last = n % 100;
    return `${counting(arabicBelow1000(n))} ${last > 10 ? many : last > 2 ? few : one}`;
  });
  return said.join(" و") || "صفر";
}

/** Rupiah, rupees, liras, crowns and won are counted as she in Russian, all others as he. */
const SHE = new Set(["IDR", "INR", "PKR", "LKR", "NPR", "TRY", "SYP", "LBP", "SEK", "NOK", "DKK", "CZK", "KRW", "UAH"]);
const genderOf = (currency: string) => ({ gender: SHE.has(currency) ? ("feminine" as const) : ("masculine" as const) });

const WORDS: Record<Locale, (whole: bigint, currency: string) => string> = {
  en: (whole) => english.toCardinal(whole),
  id: (whole) => indonesian.toCardinal(whole),
  ms: (whole) => malay.toCardinal(whole),
  ar: arabic,
  ru: (whole, currency) => russian.toCardinal(whole, genderOf(currency)),
  kk: kazakh,
};

function nameOf(locale: Locale, whole: bigint, currency: string): string {
  const named = { style: "currency", currency, currencyDisplay: "name", maximumFractionDigits: 0 } as const;
  const parts = new Intl.NumberFormat(locale, named).formatToParts(whole);
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}

/** An amount (minor units, not below zero) as papers spell it beside its figures, so that no digit can be added to it:
 * "one million two hundred thousand Indonesian rupiahs". What is less than a whole unit stays a fraction: "50/100". */
export function inWords(locale: string, { amount, currency }: { amount: number; currency: string }): string {
  const ours = asLocale(locale);
  const unit = unitOf(currency);
  const whole = BigInt(Math.floor(amount / unit));
  const fraction = amount % unit;
  const part = fraction > 0 ? ` ${String(fraction).padStart(String(unit - 1).length, "0")}/${unit}` : "";
  const said = WORDS[ours](whole, currency);
  return `${ours === "ar" && !part ? counting(said) : said}${part} ${nameOf(ours, whole, currency)}`;
}
