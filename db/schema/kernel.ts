import { index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "../columns";

/** An agency's row, or the platform's own when empty. */
const owner = () => uuid("agency_id");

/** Facts committed together with the change that caused them; the relay turns them into jobs and deletes them. */
export const facts = pgTable("facts", {
  id: id(),
  agencyId: owner(),
  name: text("name").notNull(),
  wire: text("wire"),
  audiences: text("audiences").array().notNull(),
  moves: text("moves").array().notNull(),
  payload: jsonb("payload").notNull(),
  requestId: text("request_id").notNull(),
  /** The process that committed it and publishes it at once; if that one died, the relay publishes instead. */
  node: text("node").notNull(),
  createdAt: createdAt(),
});

/** Tasks planned for a later hour; the relay hands them to the queue when they are due. */
export const later = pgTable(
  "later",
  {
    id: id(),
    agencyId: owner(),
    task: text("task").notNull(),
    key: text("key").notNull(),
    payload: jsonb("payload").notNull(),
    runAt: at("run_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique("later_key").on(t.agencyId, t.task, t.key).nullsNotDistinct(), index("later_run_at").on(t.runAt)],
);

/** Who changed what, on behalf of whom, from what to what. Append-only: no role may update or delete. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: id(),
    agencyId: owner(),
    at: at("at").notNull(),
    actor: text("actor").notNull(),
    onBehalfOf: text("on_behalf_of"),
    command: text("command").notNull(),
    changes: jsonb("changes").notNull(),
    via: text("via").notNull(),
    requestId: text("request_id").notNull(),
  },
  (t) => [index("audit_log_agency_at").on(t.agencyId, t.at.desc().nullsFirst(), t.id)],
);

/** Answers kept 24 h for a repeated Idempotency-Key. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    id: id(),
    agencyId: owner(),
    actor: text("actor").notNull(),
    command: text("command").notNull(),
    key: text("key").notNull(),
    bodyHash: text("body_hash").notNull(),
    answer: jsonb("answer").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("idempotency_keys_once").on(t.agencyId, t.actor, t.command, t.key).nullsNotDistinct(),
    index("idempotency_keys_created").on(t.createdAt),
  ],
);
