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

/** @throws Fault `malformed` when the cursor is not one of ours. */
export function decodeCursor<T extends z.ZodType>(cursor: string, shape: T): z.output<T> {
  try {
    const json = decodeURIComponent(escape(atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))));
    return shape.parse(JSON.parse(json));
  } catch {
    throw new Fault("malformed", "cursor_invalid");
  }
}

/** Cuts one page out of `limit + 1` rows or more. */
export function cutPage<T>(rows: T[], limit: number, keyOf: (row: T) => readonly (string | number)[]): Page<T> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}
