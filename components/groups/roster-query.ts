import type { GroupRole } from "@/lib/groups/contract";
import type { RawQuery } from "./list-query";

export type RosterQuery = { q?: string; role?: GroupRole; cursor?: string; trail: string[] };

const ROLES: readonly string[] = ["leader", "helper", "pilgrim"] satisfies GroupRole[];
// Control characters are nothing anybody typed, and PostgreSQL does not take them.
const one = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.replaceAll(/\p{Cc}/gu, "").trim() || undefined;

/** Reads an address; whatever is not one of ours is as if it were not there. */
export function readRosterQuery(raw: RawQuery): RosterQuery {
  const role = one(raw.role);
  return {
    q: one(raw.q)?.slice(0, 120),
    role: role && ROLES.includes(role) ? (role as GroupRole) : undefined,
    cursor: one(raw.cursor)?.slice(0, 300),
    trail: one(raw.trail)?.split(",").filter(Boolean).slice(0, 100) ?? [],
  };
}

/** An address for the same roster with some things changed; a changed one begins at its first page. */
export function rosterHref(home: string, query: RosterQuery, change: Partial<RosterQuery>): string {
  const { q, role, cursor, trail } = { ...query, cursor: undefined, trail: [], ...change };
  const given = { q, role, cursor, trail: trail.join() };
  const params = new URLSearchParams(Object.entries(given).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return params.size > 0 ? `${home}?${params}` : home;
}
