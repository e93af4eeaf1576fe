import { Font } from "@react-pdf/renderer";
import { expect, it } from "vitest";
import { drawPaper, wayOf } from "@/server/papers/base";

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
