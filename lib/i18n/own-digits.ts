/** A message's own signs, and codes and names in Latin letters with the figure that belongs to them: "=0", "K7QM-2XRT", "WGS 84". */
const KEPT = /=\d+|[\w:/.-]*[A-Za-z][\w:/.-]*(?: \d+)?/.source;
const FIGURE = /\d+(?:[.,]\d+)*/.source;
const FIGURES = new RegExp(`${KEPT}|${FIGURE}`, "g");
const ZERO = 0x0660;

const written = (figure: string) =>
  figure
    .replace(/^(\d+)\.(\d{1,2})$/, "$1٫$2")
    .replace(/[.,]/g, "٬")
    .replace(/\d/g, (digit) => String.fromCharCode(ZERO + Number(digit)));

const inOwnDigits = (text: string): string =>
  text.replace(FIGURES, (found) => (/^\d[\d.,]*$/.test(found) ? written(found) : found));

/** A part of a sentence that the build has compiled: its name stays, what it may say does not. */
const partOf = (part: unknown): unknown =>
  Array.isArray(part) ? [part[0], ...part.slice(1).map(partOf)] : wordsInOwnDigits(part);

/** Arabic words in Arabic's own digits, as `Intl` writes what is counted: a sentence, one the build has compiled (a list of its
 * parts), or any number of them by their names. */
export function wordsInOwnDigits(words: unknown): unknown {
  if (typeof words === "string") return inOwnDigits(words);
  if (Array.isArray(words)) return words.map(partOf);
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, said]) => [name, wordsInOwnDigits(said)]));
}
