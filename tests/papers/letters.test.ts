import { Font } from "@react-pdf/renderer";
import { expect, it } from "vitest";
import { drawPaper, sumOf, wayOf } from "@/server/papers/base";

type Letters = { glyphForCodePoint: (codePoint: number) => { codePoints: number[] } };
const agency = { name: "Nurani Wisata", licenceNumber: null, timeZone: "UTC", brandColour: null, logo: null };
const draw = (locale: string, eyebrow: string) =>
  drawPaper({ ...wayOf(locale), agency, title: "INV-7K2M9CX", eyebrow: [eyebrow], foot: "–", body: [] });

it("a paper in one language leaves the letters of the next one whole", async () => {
  await draw("en", "Nov 22, 2026");
  await draw("ar", "22 نوفمبر 2026");
  const { data } = Font.getFont({ fontFamily: "Golos", fontWeight: 400 }) ?? {};
  const font = data as unknown as Letters;
  for (const letter of "жЖәғқңөұүһі.,·")
    expect([letter, font.glyphForCodePoint(letter.codePointAt(0)!).codePoints]).toEqual([
      letter,
      [letter.codePointAt(0)],
    ]);
});

it.each([
  ["ar", "IDR", "IDR\u00A01,500,000"],
  ["ar", "SAR", "15,000.00\u00A0ر.س."],
  ["id", "IDR", "Rp\u00A01.500.000"],
  ["ru", "IDR", "1\u00A0500\u00A0000\u00A0IDR"],
])("a sum reads on paper as on the screen: %s, %s", (locale, currency, text) => {
  const amount = currency === "IDR" ? 150_000_000 : 1_500_000;
  expect(sumOf(wayOf(locale), { amount, currency })).toBe(text);
});
