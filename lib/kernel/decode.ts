/** What spreadsheets of these languages write where nobody chose UTF-8. */
const PAGES: Record<string, string> = { ru: "windows-1251", kk: "windows-1251", ar: "windows-1256" };

/** A text file as people have it: UTF-8, what a spreadsheet calls Unicode, or the old letters of its reader's language.
 * The mark at the beginning is no part of the text. */
export function decodeText(bytes: Uint8Array, locale: string): string {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(PAGES[locale.slice(0, 2)] ?? "windows-1252").decode(bytes);
  }
}
