type Edit = {
  /** What stands in the field after it. */
  typed: string;
  caret: number;
  /** What was put in before the caret; null where only something was taken away. */
  inserted: string | null;
};

/** An amount in groups of thousands, corrected by one edit, without the groups, and where the caret stands then. Whoever put
 * another in the place of all is taken at their word: their signs are not ours. */
export function ungroup({ typed, caret, inserted }: Edit, isGroup: (sign: string) => boolean) {
  if (inserted === typed) return { text: typed, caret };
  const plain = (part: string) => [...part].filter((sign) => !isGroup(sign)).join("");
  const own = inserted ?? "";
  const head = plain(typed.slice(0, caret - own.length)) + own;
  return { text: head + plain(typed.slice(caret)), caret: head.length };
}
