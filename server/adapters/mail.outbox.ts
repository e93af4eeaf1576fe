import type { Mail, MailMessage } from "@/lib/kernel/ports";
import { outbox } from "./outbox";

/** Where no mail server is set: `record` keeps the message for staff to read, once per `dedupeKey`. */
export const outboxMail = (record: (message: MailMessage) => Promise<void>): Mail => outbox(record);
