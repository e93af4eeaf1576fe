import { z } from "zod";
import { line } from "@/lib/kernel/text";

/** Lists whose views can be kept. */
export const Place = z.enum([
  ...(["groups", "bookings", "departures", "packages", "products", "orders", "invoices", "savings"] as const),
  ...(["proofs", "waiting", "branches", "staff", "pilgrims", "outbox", "audit"] as const),
]);
export type Place = z.output<typeof Place>;
/** A query string as browsers write it, and nothing that could lead elsewhere. */
const Search = z
  .string()
  .max(600)
  .regex(/^[\w\-.~%+*=&]*$/);

export type SavedView = { id: string; name: string; search: string };
export const ListViews = z.strictObject({ place: Place });
export const SaveView = z.strictObject({ place: Place, name: line(60), search: Search });
export const ViewRef = z.strictObject({ id: z.uuid() });

/** Views of one list that one person keeps. */
export const VIEWS_KEPT = 20;
