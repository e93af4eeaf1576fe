import { z } from "zod";
import { latinDigits } from "./digits";

/** Control characters, half characters, and marks that turn the reading direction of what follows. */
const HIDDEN = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
/** May this be kept and shown? */
export const isPlain = (value: string) => !HIDDEN.test(value);
/** What a text with such characters is refused with. */
export const hidden = { error: "hidden_characters", abort: true };
/** Zero-width and filler characters. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
/** The joiners and selectors that letters and emoji are made with: invisible too, but they say something. */
const JOINERS = /\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0020}-\u{e007f}]|[\u{e0100}-\u{e01ef}]/u;
/** A letter, a digit or an emoji: something that can be read. */
const SEEN = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

const withoutUnseen = (value: string) => value.replace(UNSEEN, (one) => (JOINERS.test(one) ? one : "")).trim();

/** One line that a person typed, in any script: trimmed, without invisible characters, with something to read.
 * @param max length in UTF-16 units */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .normalize("NFC")
    .refine(isPlain, hidden)
    .overwrite(withoutUnseen)
    .min(1)
    .max(max)
    .refine((value) => value === "" || SEEN.test(value), { error: "nothing_to_read" });

/** Control characters but the line feed, half characters, and marks that turn the reading direction of what follows. */
const UNWANTED = /(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;
/** Without what can't be kept, as half an emoji at the end of what was cut: the database's JSON takes none. */
export const tidy = (value: string) => value.replace(/\r\n?/g, "\n").replaceAll("\t", " ").replace(UNWANTED, "").trim();

/** Some lines that a person typed or pasted: what could not be kept or would turn the page around is left out.
 * @param max length in UTF-16 units */
export const textBlock = (max: number) =>
  z
    .string()
    .max(max * 2)
    .normalize("NFC")
    .overwrite(tidy)
    .min(1)
    .max(max)
    .refine((value) => value === "" || withoutUnseen(value) !== "", { error: "nothing_to_read" });

/** A pattern for `ilike` that finds exactly what a person typed, anywhere in a text. */
export const literally = (typed: string) => `%${typed.replace(/[\\%_]/g, "\\$&")}%`;

/** The same for a part of a phone number as people type it: without spaces, and without the leading zero that is only dialled
 * inside a country. Null for what is no number. */
export function phonePart(typed: string): string | null {
  const text = latinDigits(typed);
  return /\d{4}/.test(text.replace(/[\s().-]/g, "")) ? literally(text.replace(/[^\d+]/g, "").replace(/^0+/, "")) : null;
}

/** A heading as tables mean it, without case, accents, points and lines: "Tgl. Lahir *" → "tgl lahir". */
export const plainHeading = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A bank account or a phone, by its last four figures. */
export const maskNumber = (number: string) => `•••• ${number.replace(/\D/g, "").slice(-4)}`;
