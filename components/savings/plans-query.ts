import type { PlanSort, PlanState } from "@/lib/savings/contract/plan";

export type RawQuery = Record<string, string | string[] | undefined>;
export type PlansQuery = { q?: string; state?: PlanState; sort: PlanSort; cursor?: string; trail: string[] };

const STATES: readonly string[] = ["active", "dormant", "closed"] satisfies PlanState[];
const SORTS: readonly string[] = ["newest", "name", "balance"] satisfies PlanSort[];
// Control characters are nothing anybody typed, and PostgreSQL does not take them.
const one = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.replaceAll(/\p{Cc}/gu, "").trim() || undefined;

/** Reads an address; whatever is not one of ours is as if it were not there. */
export function readPlansQuery(raw: RawQuery): PlansQuery {
  const [state, sort] = [one(raw.state), one(raw.sort)];
  return {
    q: one(raw.q)?.slice(0, 120),
    state: state && STATES.includes(state) ? (state as PlanState) : undefined,
    sort: sort && SORTS.includes(sort) ? (sort as PlanSort) : "newest",
    cursor: one(raw.cursor)?.slice(0, 300),
    trail: one(raw.trail)?.split(",").filter(Boolean).slice(0, 100) ?? [],
  };
}

/** An address for the same list with some things changed; a changed list begins at its first page. */
export function plansHref(home: string, query: PlansQuery, change: Partial<PlansQuery>): string {
  const { q, state, sort, cursor, trail } = { ...query, cursor: undefined, trail: [], ...change };
  const given = { q, state, sort: sort === "newest" ? undefined : sort, cursor, trail: trail.join() };
  const params = new URLSearchParams(Object.entries(given).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return params.size > 0 ? `${home}?${params}` : home;
}
