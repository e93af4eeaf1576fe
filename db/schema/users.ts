import { foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { agencyId, at, citext, createdAt, id, personal, secret } from "../columns";
import { agencies, branches } from "./agencies";
import { users } from "./identity";

/** A way into an agency with roles the inviter chose; its link is derived from the id. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    agencyId: agencyId().references(() => agencies.id),
    personName: personal("person_name", (n) => text(n)),
    email: personal("email", (n) => citext(n)),
    phone: personal("phone", (n) => text(n)),
    roles: text("roles").array().notNull(),
    branchId: uuid("branch_id"),
    locale: text("locale").notNull(),
    invitedBy: uuid("invited_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    expiresAt: at("expires_at").notNull(),
    acceptedAt: at("accepted_at"),
    acceptedBy: uuid("accepted_by").references(() => users.id),
    revokedAt: at("revoked_at"),
  },
  (t) => [
    unique("invitations_agency_id").on(t.agencyId, t.id),
    index("invitations_latest").on(t.agencyId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    foreignKey({
      name: "invitations_branch",
      columns: [t.agencyId, t.branchId],
      foreignColumns: [branches.agencyId, branches.id],
    }),
  ],
);

/** Somebody without a login who proved a phone to one agency, for 30 days. */
export const guestSessions = pgTable(
  "guest_sessions",
  {
    id: id(),
    agencyId: agencyId().references(() => agencies.id),
    personName: personal("person_name", (n) => text(n)).notNull(),
    phone: personal("phone", (n) => text(n)).notNull(),
    tokenHash: secret("token_hash").notNull().unique(),
    createdAt: createdAt(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
  },
  (t) => [index("guest_sessions_phone").on(t.agencyId, t.phone)],
);
