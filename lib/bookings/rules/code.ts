/** Without letters that are taken for figures. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 7;

/** "QF-7K2M9CX": what is said on the telephone. */
export function drawCode(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(LENGTH * 2));
  // Two bytes a letter: one would favour the first of them.
  const letters = Array.from(
    { length: LENGTH },
    (_, i) => LETTERS[(drawn[i * 2]! * 256 + drawn[i * 2 + 1]!) % LETTERS.length],
  );
  return `QF-${letters.join("")}`;
}
