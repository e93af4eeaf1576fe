import { pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { agencyId, createdAt, id } from "../columns";
import { users } from "./identity";

/** A way to look at a list that somebody named and keeps. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: id(),
    agencyId: agencyId(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    /** Which list: "groups". */
    place: text("place").notNull(),
    name: text("name").notNull(),
    /** The list's query string. */
    search: text("search").notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique("saved_views_once").on(t.agencyId, t.userId, t.place, t.name)],
);
