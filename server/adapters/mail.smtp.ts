import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import type { Mail, MailMessage } from "@/lib/kernel/ports";

type Options = { url: string; from: string };

/** Mail through the server at `url` (smtp://user:password@host:port, smtps://...). `from` is who signs by default. */
export function smtpMail({ url, from }: Options): Mail & { close(): void } {
  const transport = createTransport({
    url,
    pool: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    keeps: false,
    send: async (message) => {
      try {
        const { messageId } = await transport.sendMail(letter(message, from));
        return { state: "sent", providerId: messageId };
      } catch (error) {
        const reason = refusal(error);
        if (reason === null) throw error;
        return { state: "refused", reason };
      }
    },
    close: () => transport.close(),
  };
}

function letter(message: MailMessage, defaultFrom: string) {
  const from = message.from ?? defaultFrom;
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? "localhost";
  const id = createHash("sha256").update(message.dedupeKey).digest("hex").slice(0, 40);
  return {
    from,
    // An object, since a string would be split at commas into several recipients.
    to: { name: "", address: message.to },
    subject: message.subject,
    text: message.text,
    html: message.html,
    // The same id on every try lets the recipient's server drop what was sent twice.
    messageId: `<${id}@${domain}>`,
    headers: { "Content-Language": message.locale, "Auto-Submitted": "auto-generated" },
  };
}

/** The server's words when it refused this message for good; null for trouble that may pass (also a wrong password). */
function refusal(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number };
  const about = code === "EENVELOPE" || code === "EMESSAGE";
  return about && (responseCode === undefined || responseCode >= 500) ? error.message : null;
}
