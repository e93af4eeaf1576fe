/** Does this for each, one after the other: one's trouble keeps no other waiting, and is thrown when all had their turn. */
export async function oneByOne<T>(items: Iterable<T>, turn: (item: T) => Promise<unknown>): Promise<void> {
  const failed: unknown[] = [];
  for (const item of items) await turn(item).catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} failed: ${failed[0]}`);
}
