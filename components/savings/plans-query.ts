import { type RawQuery, readListQuery } from "@/components/shell/list-query";

/** What the address of the plans says; without an order the newest come first. */
export const readPlansQuery = (raw: RawQuery) =>
  readListQuery(raw, { q: "text", state: ["active", "dormant", "closed"], sort: ["name", "balance"] });
export type PlansQuery = ReturnType<typeof readPlansQuery>;
