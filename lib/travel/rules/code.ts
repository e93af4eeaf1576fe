/** Without letters that are taken for figures. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 8;

/** "7F3A91KX": what a print is held against. */
export function drawManifestCode(): string {
  const drawn = crypto.getRandomValues(new Uint16Array(LENGTH));
  return [...drawn].map((n) => LETTERS[n % LETTERS.length]).join("");
}
