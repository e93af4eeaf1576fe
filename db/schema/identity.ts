import { boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, citext, createdAt, id, personal, secret } from "../columns";

/** A login. Belongs to no agency; what it may do in one is a membership. */
export const users = pgTable("users", {
  id: id(),
  personName: personal("person_name", (n) => text(n)).notNull(),
  email: personal("email", (n) => citext(n)).unique(),
  phone: personal("phone", (n) => text(n)).unique(),
  username: personal("username", (n) => citext(n)).unique(),
  passwordHash: secret("password_hash"),
  /** The contact that whoever set the password had shown to be theirs; empty when they had shown none. */
  passwordBy: text("password_by", { enum: ["phone", "email"] }),
  passwordAt: at("password_at"),
  /** The contact whose holder has not said yet whether everything else that opens this login is theirs too. */
  askedBy: text("asked_by", { enum: ["phone", "email"] }),
  locale: text("locale").notNull().default("en"),
  timeZone: text("time_zone"),
  superAdmin: boolean("super_admin").notNull().default(false),
  /** When its owner showed that messages to it arrive; what was only typed proves nothing. */
  phoneProvenAt: at("phone_proven_at"),
  emailProvenAt: at("email_proven_at"),
  /** Names the picture's file. */
  avatar: text("avatar"),
  disabledAt: at("disabled_at"),
  /** Its personal data is gone; what it did stays recorded. */
  erasedAt: at("erased_at"),
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
    /** A second device at a gate: it ends no other session and no other ends it. */
    gate: boolean("gate").notNull().default(false),
    /** The contact that its holder showed to be theirs: by a code to it, or by a password of who had. */
    provenBy: text("proven_by", { enum: ["phone", "email"] }),
    createdAt: createdAt(),
    seenAt: at("seen_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
    endedReason: text("ended_reason", { enum: ["logout", "replaced", "reuse", "disabled", "password", "disowned"] }),
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

/** What is sent to somebody and works once: a code, a link, a pass to another host. Nothing readable is kept: each is derived from the id. */
export const oneTimeCodes = pgTable(
  "one_time_codes",
  {
    id: id(),
    purpose: text("purpose", { enum: ["login", "guest", "reset", "handover", "contact", "change", "moved"] }).notNull(),
    /** Whose it is, also when nobody is: the login, else what was typed. */
    subject: personal("subject", (n) => text(n)).notNull(),
    userId: uuid("user_id").references(() => users.id),
    channel: text("channel", { enum: ["mail", "sms", "whatsapp"] }),
    /** Empty when nothing is sent, because nobody is there. */
    recipient: personal("recipient", (n) => text(n)),
    personName: personal("person_name", (n) => text(n)),
    /** The agency at whose door it was asked for, if any. */
    doorId: uuid("door_id"),
    /** The session that is handed over. */
    sessionId: uuid("session_id").references(() => sessions.id),
    locale: text("locale").notNull(),
    attempts: integer("attempts").notNull().default(0),
    createdAt: createdAt(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [
    index("one_time_codes_subject").on(t.purpose, t.subject, t.createdAt.desc().nullsFirst()),
    index("one_time_codes_user").on(t.userId),
    index("one_time_codes_expires").on(t.expiresAt),
  ],
);
