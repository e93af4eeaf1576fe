import { boolean, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, citext, createdAt, id, personal, secret } from "../columns";

/** A login. Belongs to no agency; what it may do in one is a membership. */
export const users = pgTable("users", {
  id: id(),
  personName: personal("person_name", (n) => text(n)).notNull(),
  email: personal("email", (n) => citext(n)).unique(),
  phone: personal("phone", (n) => text(n)).unique(),
  username: personal("username", (n) => citext(n)).unique(),
  passwordHash: secret("password_hash"),
  locale: text("locale").notNull().default("en"),
  timeZone: text("time_zone"),
  superAdmin: boolean("super_admin").notNull().default(false),
  disabledAt: at("disabled_at"),
  createdAt: createdAt(),
});

/** One device that is signed in. Ended, never deleted, so that the old device can be told why. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    kind: text("kind", { enum: ["web", "api"] }).notNull(),
    device: text("device"),
    createdAt: createdAt(),
    seenAt: at("seen_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
    endedReason: text("ended_reason", { enum: ["logout", "replaced", "reuse", "disabled"] }),
  },
  (t) => [index("sessions_user").on(t.userId, t.endedAt)],
);

/** Refresh tokens by hash, each usable once; a second use ends the session. */
export const refreshTokens = pgTable(
  "refresh_tokens",
  {
    id: id(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id),
    tokenHash: secret("token_hash").notNull().unique(),
    createdAt: createdAt(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [index("refresh_tokens_session").on(t.sessionId)],
);
