import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { agencyId, at, createdAt, id, personal } from "../columns";
import { memberships } from "./agencies";
import { groups } from "./groups";

/** A group's talk: the numbers its next message and next change take. Whoever takes one holds this row until the commit. */
export const chats = pgTable(
  "chats",
  {
    agencyId: agencyId(),
    groupId: uuid("group_id").notNull(),
    /** Of the newest message. */
    lastSeq: integer("last_seq").notNull().default(0),
    /** Of the newest change: a message, an edit, a withdrawal. */
    lastRev: integer("last_rev").notNull().default(0),
    leadersOnly: boolean("leaders_only").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.groupId] }),
    foreignKey({ name: "chats_group", columns: [t.agencyId, t.groupId], foreignColumns: [groups.agencyId, groups.id] }),
  ],
);

/** What somebody said. A withdrawn one stays as its number and its hour. */
export const messages = pgTable(
  "messages",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    groupId: uuid("group_id").notNull(),
    /** Gap-free within the group, in the order of the commits. */
    seq: integer("seq").notNull(),
    /** The change that made it what it is now. */
    rev: integer("rev").notNull(),
    /** Made by the sender's device: the same one is the same message for ever. */
    clientId: uuid("client_id").notNull(),
    senderId: uuid("sender_id").notNull(),
    /** mode: a leader opened or closed the chat for the others. */
    kind: text("kind", { enum: ["text", "photo", "position", "mode"] }).notNull(),
    body: personal("body", (name) => text(name)),
    attachmentId: uuid("attachment_id"),
    lat: personal("lat", (name) => doublePrecision(name)),
    lng: personal("lng", (name) => doublePrecision(name)),
    /** Of a "mode": may only leaders write from here on? */
    leadersOnly: boolean("leaders_only"),
    replyTo: uuid("reply_to"),
    sentAt: at("sent_at").notNull(),
    editedAt: at("edited_at"),
    withdrawnAt: at("withdrawn_at"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    uniqueIndex("messages_seq").on(t.agencyId, t.groupId, t.seq),
    uniqueIndex("messages_rev").on(t.agencyId, t.groupId, t.rev),
    uniqueIndex("messages_client").on(t.agencyId, t.groupId, t.clientId),
    foreignKey({
      name: "messages_chat",
      columns: [t.agencyId, t.groupId],
      foreignColumns: [chats.agencyId, chats.groupId],
    }),
  ],
);

/** What a message said before it was edited or withdrawn: for moderators only. */
export const messageOriginals = pgTable(
  "message_originals",
  {
    id: id(),
    agencyId: agencyId(),
    messageId: uuid("message_id").notNull(),
    body: personal("body", (name) => text(name)),
    attachmentId: uuid("attachment_id"),
    lat: personal("lat", (name) => doublePrecision(name)),
    lng: personal("lng", (name) => doublePrecision(name)),
    why: text("why", { enum: ["edited", "withdrawn"] }).notNull(),
    replacedAt: at("replaced_at").notNull(),
    replacedBy: uuid("replaced_by").notNull(),
  },
  (t) => [
    unique("message_originals_agency_id").on(t.agencyId, t.id),
    foreignKey({
      name: "message_originals_message",
      columns: [t.agencyId, t.messageId],
      foreignColumns: [messages.agencyId, messages.id],
    }),
    index("message_originals_message_at").on(t.agencyId, t.messageId, t.replacedAt),
  ],
);

/** How far somebody has read; it only moves forward. */
export const readPointers = pgTable(
  "read_pointers",
  {
    agencyId: agencyId(),
    groupId: uuid("group_id").notNull(),
    userId: uuid("user_id").notNull(),
    seq: integer("seq").notNull(),
    readAt: at("read_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.groupId, t.userId] }),
    foreignKey({
      name: "read_pointers_chat",
      columns: [t.agencyId, t.groupId],
      foreignColumns: [chats.agencyId, chats.groupId],
    }),
  ],
);

/** Who wants to hear nothing of a group's chat; no row, and they hear it. */
export const chatMutes = pgTable(
  "chat_mutes",
  {
    agencyId: agencyId(),
    groupId: uuid("group_id").notNull(),
    userId: uuid("user_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.groupId, t.userId] }),
    foreignKey({
      name: "chat_mutes_group",
      columns: [t.agencyId, t.groupId],
      foreignColumns: [groups.agencyId, groups.id],
    }),
  ],
);

/** A picture somebody uploaded for a message; its files are named by its id. */
export const attachments = pgTable(
  "attachments",
  {
    id: id(),
    agencyId: agencyId(),
    groupId: uuid("group_id").notNull(),
    userId: uuid("user_id").notNull(),
    /** Pixels of the larger file. */
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    bytes: integer("bytes").notNull(),
    /** Empty until it is sent; what never is, is swept. */
    messageId: uuid("message_id"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("attachments_agency_id").on(t.agencyId, t.id),
    foreignKey({
      name: "attachments_group",
      columns: [t.agencyId, t.groupId],
      foreignColumns: [groups.agencyId, groups.id],
    }),
    foreignKey({
      name: "attachments_membership",
      columns: [t.agencyId, t.userId],
      foreignColumns: [memberships.agencyId, memberships.userId],
    }),
    index("attachments_unsent").on(t.agencyId, t.createdAt).where(sql`message_id is null`),
  ],
);

/** The office reads a group's chat for a reason that is kept, and only so long. */
export const chatLooks = pgTable(
  "chat_looks",
  {
    id: id(),
    agencyId: agencyId(),
    groupId: uuid("group_id").notNull(),
    viewerId: uuid("viewer_id").notNull(),
    reason: text("reason").notNull(),
    createdAt: createdAt(),
    endsAt: at("ends_at").notNull(),
  },
  (t) => [
    unique("chat_looks_agency_id").on(t.agencyId, t.id),
    foreignKey({
      name: "chat_looks_group",
      columns: [t.agencyId, t.groupId],
      foreignColumns: [groups.agencyId, groups.id],
    }),
    index("chat_looks_viewer").on(t.agencyId, t.groupId, t.viewerId, t.endsAt.desc().nullsFirst()),
  ],
);
