import { bigint, date, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { agencyId } from "../columns";
import { agencies } from "./agencies";

/** What an agency sold on a day (UTC), in figures alone: the platform adds them up and sees nothing behind them. */
export const agencyFigures = pgTable(
  "agency_figures",
  {
    agencyId: agencyId().references(() => agencies.id),
    day: date("day").notNull(),
    currency: text("currency").notNull(),
    bookings: integer("bookings").notNull(),
    orders: integer("orders").notNull(),
    /** Minor units, of what was sold that day and is paid by now. */
    paid: bigint("paid", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.day, t.currency] }), index("agency_figures_day").on(t.day)],
);
