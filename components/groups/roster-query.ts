import { type RawQuery, readListQuery } from "@/components/shell/list-query";

/** What the address of a roster says. */
export const readRosterQuery = (raw: RawQuery) =>
  readListQuery(raw, { q: "text", role: ["leader", "helper", "pilgrim"] });
export type RosterQuery = ReturnType<typeof readRosterQuery>;
