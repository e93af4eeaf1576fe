import { type RawQuery, readListQuery } from "@/components/shell/list-query";

const VIEWS = ["all", "needs_payment", "holds_today", "papers", "decisions", "ended"] as const;

/** What stands in the address of the list; `open` is the booking beside it. */
export const readBookingsQuery = (raw: RawQuery) =>
  readListQuery(raw, { view: VIEWS, q: "text", sort: ["payer", "departure"], departure: "id", open: "id" });
export type BookingsQuery = ReturnType<typeof readBookingsQuery>;

/** The list alone, and with the bookings before and after the open one. */
export function waysAround(
  rows: readonly { id: string }[],
  open: string | undefined,
  hrefOf: (id: string | undefined) => string,
) {
  const at = rows.findIndex(({ id }) => id === open);
  const way = (one: { id: string } | undefined) => (at >= 0 && one ? hrefOf(one.id) : null);
  return { close: hrefOf(undefined), previous: way(rows[at - 1]), next: way(rows[at + 1]) };
}
