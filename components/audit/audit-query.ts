import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { fromWall } from "@/lib/i18n/wall-time";
import { AREAS } from "./words";

const SORTS = ["newest", "oldest"] as const;

/** What the address of a log says. */
export const readAuditQuery = (raw: RawQuery) =>
  readListQuery(raw, { q: "text", area: AREAS, from: "day", to: "day", agency: "id", sort: SORTS });
export type AuditQuery = ReturnType<typeof readAuditQuery>;

/** Whole days of the zone, as moments: `to` is the end of its day. */
export function narrowingOf({ q, area, from, to }: AuditQuery, zone: string) {
  const next = to ? new Date(Date.parse(to) + 86_400_000).toISOString().slice(0, 10) : undefined;
  const at = (day: string | undefined) => (day ? fromWall(`${day}T00:00`, zone)?.toISOString() : undefined);
  return { q, area, from: at(from), to: at(next) };
}
