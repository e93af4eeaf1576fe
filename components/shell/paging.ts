/** A page that knows its own cursor and those of the pages before it. */
type Place = { cursor?: string; trail: readonly string[] };
type Step = { cursor: string | undefined; trail: string[] };
// The first page has no cursor; in a trail it still needs a name.
const FIRST = "-";

export const nextStep = ({ cursor, trail }: Place, next: string): Step => ({
  cursor: next,
  trail: [...trail, cursor ?? FIRST],
});

/** Null on the first page. A page opened by its address alone goes back to the first. */
export function previousStep({ cursor, trail }: Place): Step | null {
  if (!cursor) return null;
  const last = trail.at(-1);
  return { cursor: last === FIRST ? undefined : last, trail: trail.slice(0, -1) };
}
