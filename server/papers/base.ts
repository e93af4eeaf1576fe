import { join } from "node:path";
import { Document, Font, Image, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { createElement as h, type ReactNode } from "react";
import sharp from "sharp";
import type { Letterhead } from "@/lib/agencies/contract/letterhead";
import { formatMoney } from "@/lib/i18n/formats";
import type { Money } from "@/lib/kernel/money";

const folder = (...parts: string[]) => join(/*turbopackIgnore: true*/ process.cwd(), ...parts);
const WEIGHTS = [400, 600] as const;
let ready: Promise<void> | null = null;

/** Golos Text has Latin and Cyrillic, Plex has Arabic; a letter that the first has not is taken from the second. */
async function registerFonts() {
  for (const weight of WEIGHTS) {
    Font.register({
      family: "Golos",
      src: folder("server/papers/fonts", `golos-text-${weight}.ttf`),
      fontWeight: weight,
    });
    Font.register({
      family: "Plex",
      src: folder("server/papers/fonts", `plex-sans-arabic-${weight}.ttf`),
      fontWeight: weight,
    });
  }
  // Words are never cut.
  Font.registerHyphenationCallback((word) => [word]);
  for (const fontFamily of ["Golos", "Plex"])
    for (const fontWeight of WEIGHTS) {
      await Font.load({ fontFamily, fontWeight });
      meetLetters(Font.getFont({ fontFamily, fontWeight })?.data);
    }
}

type Letters = { characterSet: readonly number[]; glyphForCodePoint: (codePoint: number) => unknown };
/** A font keeps each shape as it first met it. One it met as a part of another, in somebody's paper before, stands for
 * nothing from then on and is left out: so it meets each letter by itself first. */
function meetLetters(font: unknown) {
  const { characterSet, glyphForCodePoint } = font as Letters;
  for (const codePoint of characterSet) glyphForCodePoint.call(font, codePoint);
}

const INK = "#10252b";
const QUIET = "#5a6b70";
const LINE = "#d5dfe1";
const sheet = StyleSheet.create({
  page: { padding: 40, fontSize: 10, lineHeight: 1.45, color: INK },
  letterhead: { alignItems: "center", gap: 8, paddingBottom: 8, marginBottom: 16, borderBottomWidth: 1.5 },
  eyebrow: { color: QUIET },
  title: { fontSize: 18, fontWeight: 600, marginBottom: 12 },
  row: { paddingVertical: 5, borderBottomWidth: 0.5, borderBottomColor: LINE },
  foot: { position: "absolute", bottom: 24, left: 40, right: 40, fontSize: 8, color: QUIET },
});

/** Which way a language runs: rows and words follow. */
export type Way = { locale: string; isRtl: boolean };
export const wayOf = (locale: string): Way => ({ locale, isRtl: locale === "ar" });
const side = ({ isRtl }: Way, end = false) => ({
  textAlign: isRtl === end ? ("left" as const) : ("right" as const),
  direction: isRtl ? ("rtl" as const) : ("ltr" as const),
});

/** Marks that only say which way to read: no font draws them. */
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A sum as a screen shows it. What is written from the left has its sign first also in Arabic, where that is Latin. */
export function sumOf({ locale, isRtl }: Way, money: Money): string {
  const text = formatMoney(locale, money).replaceAll(MARKS, "");
  return isRtl ? text.replace(/^(\S+)(\s)([A-Z]+)$/, "$3$2$1") : text;
}

type Look = { bold?: boolean; quiet?: boolean; end?: boolean; width?: string | number; figure?: boolean };
/** Words that keep to their side of the paper. A figure is written from the left in any language. */
export const words = (way: Way, text: string, { bold, quiet, end, width, figure }: Look = {}, key?: string) =>
  h(
    Text,
    {
      key,
      style: {
        ...side(way, end),
        ...(figure && { direction: "ltr" as const }),
        ...(bold && { fontWeight: 600 }),
        ...(quiet && { color: QUIET }),
        ...(width !== undefined && { width }),
      },
    },
    text.replaceAll(MARKS, ""),
  );

/** Cells beside each other, in the reader's direction, over a hairline. */
export const row = ({ isRtl }: Way, cells: readonly ReactNode[], key?: string) =>
  h(View, { key, wrap: false, style: [sheet.row, { flexDirection: isRtl ? "row-reverse" : "row", gap: 8 }] }, ...cells);

/** A logo as it was drawn, within its line: points. */
function fitted({ width, height }: { width: number; height: number }) {
  const scale = Math.min(28 / height, 96 / width);
  return { width: width * scale, height: height * scale };
}

/** Whose paper it is, over a line in their own colour. No paper format knows WebP. */
async function letterhead(way: Way, { name, licenceNumber, logo, brandColour }: Letterhead): Promise<ReactNode> {
  const picture = logo && (await sharp(logo).png().toBuffer({ resolveWithObject: true }));
  return h(
    View,
    {
      key: "letterhead",
      style: {
        ...sheet.letterhead,
        flexDirection: way.isRtl ? "row-reverse" : "row",
        borderBottomColor: brandColour ?? LINE,
      },
    },
    picture ? h(Image, { key: "logo", src: { data: picture.data, format: "png" }, style: fitted(picture.info) }) : null,
    words(way, name, { bold: true }, "name"),
    licenceNumber ? words(way, licenceNumber, { quiet: true, figure: true }, "licence") : null,
  );
}

type Paper = Way & { agency: Letterhead; title: string; eyebrow: readonly string[]; foot: string } & {
  body: readonly ReactNode[];
};
/** One document on A4 in this house's look: who writes, what it is, its body, and what stands at the foot of each page. */
export async function drawPaper({
  agency,
  title,
  eyebrow,
  foot,
  body,
  ...way
}: Paper): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= registerFonts();
  await ready;
  const family = way.isRtl ? ["Plex", "Golos"] : ["Golos", "Plex"];
  const style = [sheet.page, { fontFamily: family as unknown as string }];
  // A day behind a Latin name would be torn apart between two directions: the one that runs the reader's way comes first.
  const above = way.isRtl ? eyebrow.toReversed() : eyebrow;
  const head = [
    await letterhead(way, agency),
    h(Text, { key: "eyebrow", style: [sheet.eyebrow, side(way)] }, above.join(" · ")),
    h(Text, { key: "title", style: [sheet.title, side(way)] }, title),
  ];
  const end = h(Text, { key: "foot", fixed: true, style: [sheet.foot, side(way)] }, foot);
  const page = h(Page, { size: "A4", style }, ...head, ...body, end);
  return new Uint8Array(await renderToBuffer(h(Document, { title, language: way.locale }, page)));
}
