import { z } from "zod";
import { Fault } from "./fault";

/** Keyset paging as in API.md: 20 by default, 100 at most. */
export const PageInput = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(300).optional(),
});

export type Page<T> = { data: T[]; nextCursor: string | null };
/** The item's examples become the page's. */
export function pageOf<T extends z.ZodType>(item: T) {
  const page = z.strictObject({ data: z.array(item), nextCursor: z.string().nullable() });
  const data = item.meta()?.examples;
  return data ? page.meta({ examples: [{ data, nextCursor: null }] as never }) : page;
}

/** An opaque cursor over the values a list is sorted by. */
export const encodeCursor = (key: readonly (string | number)[]) =>
  btoa(unescape(encodeURIComponent(JSON.stringify(key))))
    .replaceAll("+", "-")
    .replaceAll("/", "_");

/** @param order the one it was asked for in, of a list that has several
 * @throws Fault `cursor_invalid` when the cursor is not one of ours, or of another order: its page would be a wrong one. */
export function decodeCursor<T extends z.ZodType>(cursor: string, shape: T, order?: string): z.output<T> {
  try {
    const key = JSON.parse(decodeURIComponent(escape(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")))));
    if (order !== undefined && key.shift() !== order) throw new Error(order);
    return shape.parse(key);
  } catch {
    throw new Fault("malformed", "cursor_invalid");
  }
}

/** Cuts one page out of `limit + 1` rows or more. @param order as in `decodeCursor` */
export function cutPage<T>(
  rows: T[],
  limit: number,
  keyOf: (row: T) => readonly (string | number)[],
  order?: string,
): Page<T> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  if (rows.length <= limit || !last) return { data, nextCursor: null };
  return { data, nextCursor: encodeCursor(order === undefined ? keyOf(last) : [order, ...keyOf(last)]) };
}
