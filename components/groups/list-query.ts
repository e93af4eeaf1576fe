import type { GroupSort, TripState } from "@/lib/groups/contract";

/** What a page's address says about the list; nothing in it is trusted. */
export type RawQuery = Record<string, string | string[] | undefined>;
export type GroupsQuery = {
  q?: string;
  state?: TripState;
  branchId?: string;
  sort: GroupSort;
  cursor?: string;
  /** Cursors of the pages before this one. */
  trail: string[];
};

const STATES: readonly string[] = ["upcoming", "running", "past"] satisfies TripState[];
const SORTS: readonly string[] = ["latest", "earliest", "number", "name"] satisfies GroupSort[];
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;
// Control characters are nothing anybody typed, and PostgreSQL does not take them.
const one = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.replaceAll(/\p{Cc}/gu, "").trim() || undefined;

/** Reads an address; whatever is not one of ours is as if it were not there. */
export function readGroupsQuery(raw: RawQuery): GroupsQuery {
  const state = one(raw.state);
  const sort = one(raw.sort);
  const branchId = one(raw.branch);
  return {
    q: one(raw.q)?.slice(0, 120),
    state: state && STATES.includes(state) ? (state as TripState) : undefined,
    branchId: branchId && UUID.test(branchId) ? branchId : undefined,
    sort: sort && SORTS.includes(sort) ? (sort as GroupSort) : "latest",
    cursor: one(raw.cursor)?.slice(0, 300),
    trail: one(raw.trail)?.split(",").filter(Boolean).slice(0, 100) ?? [],
  };
}

/** An address for the same list with some things changed; a changed list begins at its first page. */
export function groupsHref(home: string, query: GroupsQuery, change: Partial<GroupsQuery>): string {
  const { q, state, branchId, sort, cursor, trail } = { ...query, cursor: undefined, trail: [], ...change };
  const given = { q, state, branch: branchId, sort: sort === "latest" ? undefined : sort, cursor, trail: trail.join() };
  const params = new URLSearchParams(Object.entries(given).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return params.size > 0 ? `${home}?${params}` : home;
}
