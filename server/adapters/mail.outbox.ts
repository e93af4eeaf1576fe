import type { Mail } from "@/lib/kernel/ports";

/** Where no mail server is set: the delivery's own row stays for staff to read. Nothing is pretended. */
export const outboxMail = (): Mail => ({ send: async () => ({ state: "kept" }) });
