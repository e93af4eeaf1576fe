import type { Mail, MailMessage } from "@/lib/kernel/ports";

/** Where no mail server is set: `record` keeps the message for staff to read, once per `dedupeKey`. Nothing is pretended. */
export function outboxMail(record: (message: MailMessage) => Promise<void>): Mail {
  return {
    send: async (message) => {
      await record(message);
      return { state: "kept" };
    },
  };
}
