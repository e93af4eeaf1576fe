import { type RawQuery, readListQuery } from "@/components/shell/list-query";

const VIEWS = ["all", "needs_payment", "holds_today", "decisions", "ended"] as const;

/** What stands in the address of the list; `open` is the booking beside it. */
export const readBookingsQuery = (raw: RawQuery) => readListQuery(raw, { view: VIEWS, q: "text", open: "id" });
export type BookingsQuery = ReturnType<typeof readBookingsQuery>;
