/** First letters of the first and last word, in the script the name is written in; Arabic letters join, so one stands alone. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ""))
    .filter(Boolean);
  const first = letter(words[0]);
  if (!first || words.length < 2 || /\p{Script=Arabic}/u.test(first)) return first;
  return first + letter(words.at(-1));
}

const letter = (word = "") => (word.normalize("NFC").match(/^\p{L}\p{M}*|^\p{N}/u)?.[0] ?? "").toUpperCase();
