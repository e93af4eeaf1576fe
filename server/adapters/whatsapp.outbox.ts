import type { TextMessage, Texts } from "@/lib/kernel/ports";
import { outbox } from "./outbox";

/** Where no WhatsApp number is set: `record` keeps the message for staff to read, once per `dedupeKey`. */
export const outboxWhatsapp = (record: (message: TextMessage) => Promise<void>): Texts => outbox(record);
