/** What a page's address says about a list; nothing in it is trusted. */
export type RawQuery = Record<string, string | string[] | undefined>;
/** Which words an address may carry: these values, a text, an id or a day. */
export type QueryShape = Record<string, readonly string[] | "text" | "id" | "day">;
export type ListQuery<S extends QueryShape = QueryShape> = {
  [K in keyof S]?: S[K] extends readonly (infer V)[] ? V : string;
} & { cursor?: string /** Cursors of the pages before this one. */; trail: string[] };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
// Control characters are nothing anybody typed, and PostgreSQL does not take them.
const one = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.replaceAll(/\p{Cc}/gu, "").trim() || undefined;

function known(value: string | undefined, kind: QueryShape[string]): string | undefined {
  if (value === undefined) return undefined;
  if (kind === "text") return value.slice(0, 120);
  if (kind === "id") return UUID.test(value) ? value : undefined;
  if (kind === "day") return DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
  return kind.includes(value) ? value : undefined;
}

/** Reads an address; whatever is not one of ours is as if it were not there. */
export function readListQuery<const S extends QueryShape>(raw: RawQuery, shape: S): ListQuery<S> {
  const values = Object.entries(shape).map(([key, kind]) => [key, known(one(raw[key]), kind)]);
  const cursor = one(raw.cursor)?.slice(0, 300);
  const trail = one(raw.trail)?.split(",").filter(Boolean).slice(0, 100) ?? [];
  return { ...Object.fromEntries(values), cursor, trail } as ListQuery<S>;
}

type Change = Record<string, string | string[] | undefined>;

/** An address for the same list with some things changed; a changed list begins at its first page. */
export function listHref(home: string, query: Record<string, unknown>, change: Change): string {
  const given: Record<string, unknown> = { ...query, cursor: undefined, trail: [], ...change };
  const params = new URLSearchParams(
    Object.entries(given).flatMap(([key, value]) => {
      const text = Array.isArray(value) ? value.join() : value;
      return typeof text === "string" && text !== "" ? [[key, text]] : [];
    }),
  );
  return params.size > 0 ? `${home}?${params}` : home;
}

/** Whether anything but the order narrows the list. */
export const isNarrowed = ({ cursor, trail: _, sort: __, ...words }: Record<string, unknown>) =>
  cursor !== undefined || Object.values(words).some((value) => value !== undefined);
