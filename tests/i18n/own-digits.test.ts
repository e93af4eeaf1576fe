import {
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from "@formatjs/icu-messageformat-parser";
import { expect, it } from "vitest";
import { allMessages, firstWordsOf, wordsOf } from "@/lib/i18n/load";
import { ARABIC_DIGITS } from "@/lib/i18n/locales";
import { wordsInOwnDigits } from "@/lib/i18n/own-digits";
import { readAmount } from "@/lib/kernel/amounts";

type Tree = { [key: string]: string | Tree };
const flat = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
const sentences = (locale: string) => new Map(flat(allMessages(locale) as unknown as Tree));

/** What a message says by itself, and how it is built around that. */
function split(elements: MessageFormatElement[]): { says: string[]; built: unknown[] } {
  const parts = elements.map((one) => {
    if (one.type === 0) return { says: [one.value], built: ["text"] };
    const inside = isTagElement(one)
      ? [one.children]
      : isPluralElement(one) || isSelectElement(one)
        ? Object.values(one.options).map(({ value }) => value)
        : [];
    const inner = inside.map(split);
    const cases = isPluralElement(one) || isSelectElement(one) ? Object.keys(one.options) : [];
    const name = "value" in one ? one.value : "#";
    return { says: inner.flatMap(({ says }) => says), built: [one.type, name, cases, inner.map(({ built }) => built)] };
  });
  return { says: parts.flatMap(({ says }) => says), built: parts.map(({ built }) => built) };
}
const taken = (text: string) => split(parse(text, { captureLocation: false }));

/** Figures of codes, of names in Latin letters and of file types are Latin in every language. */
const withoutLatinWords = (text: string) => text.replace(/[\w:/.-]*[A-Za-z][\w:/.-]*(?: \d+)?/g, "");

it("[R89] whoever reads Arabic in its own digits meets no other ones in a sentence, but in codes and Latin words", () => {
  const mixed = [...sentences(ARABIC_DIGITS)].filter(([, text]) =>
    taken(text).says.some((said) => /\d/.test(withoutLatinWords(said))),
  );
  expect(mixed).toEqual([]);
});

it("its messages are built as the others, and those in Latin digits are left as they are", () => {
  const plain = sentences("ar");
  expect([...plain].filter(([, text]) => /[٠-٩]/.test(text))).toEqual([]);
  const other = [...sentences(ARABIC_DIGITS)].filter(
    ([key, text]) => JSON.stringify(taken(text).built) !== JSON.stringify(taken(plain.get(key) ?? "").built),
  );
  expect(other).toEqual([]);
});

it("its figures are grouped as its own are, codes stay what is typed, and an amount may be typed as the example shows it", () => {
  const { payments, office, groups, shop, my } = allMessages(ARABIC_DIGITS);
  expect(payments.pay.fileHint).toContain("٥ ميغابايت");
  expect(office.pack.problem.tooMany).toContain("٦٠٬٠٠٠");
  expect(my.consent.points.looks).toContain("٩٠ يومًا");
  expect(groups.join.hint).toContain("K7QM-2XRT");
  expect(shop.pickUp.hint).toContain("SH-7K2M9CX");
  expect(readAmount(/[٠-٩]+/.exec(shop.form.priceMissing)?.[0] ?? "", "IDR")).toBe(22_500_000);
});

it("a page's client components speak it too", () => {
  const { shop } = JSON.parse(wordsOf(ARABIC_DIGITS, ["shop"]));
  expect(JSON.stringify(shop)).toContain("٥ ميغابايت");
  expect(JSON.stringify(JSON.parse(wordsOf("ar", ["shop"])))).toContain("5 ميغابايت");
  expect(firstWordsOf(ARABIC_DIGITS)).not.toBe(firstWordsOf("ar"));
});

it("so does what the build has compiled: names, forms and tags stay as they are", () => {
  const compiled = [
    "حتى 5 ",
    ["n2", 2, { "=1": "يوم 1", other: [0, " من 10 ", ["max", 4]] }],
    ["b", "14 يومًا", ["n"]],
    "، PDF",
  ];
  expect(wordsInOwnDigits({ hint: "90 يومًا", pay: { file: compiled } })).toEqual({
    hint: "٩٠ يومًا",
    pay: {
      file: [
        "حتى ٥ ",
        ["n2", 2, { "=1": "يوم ١", other: [0, " من ١٠ ", ["max", 4]] }],
        ["b", "١٤ يومًا", ["n"]],
        "، PDF",
      ],
    },
  });
});
