import type { TextMessage, Texts } from "@/lib/kernel/ports";
import { outbox } from "./outbox";

/** Where no SMS gateway is set: `record` keeps the message for staff to read, once per `dedupeKey`. */
export const outboxSms = (record: (message: TextMessage) => Promise<void>): Texts => outbox(record);
