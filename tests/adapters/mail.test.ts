import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Mail, MailMessage } from "@/lib/kernel/ports";
import { outboxMail } from "@/server/adapters/mail.outbox";
import { smtpMail } from "@/server/adapters/mail.smtp";
import { headerOf, startSmtp, textOf } from "@/tests/support/smtp";

type Seen = Pick<MailMessage, "to" | "subject" | "text" | "locale">;

let smtp: Awaited<ReturnType<typeof startSmtp>>;
let sender: ReturnType<typeof smtpMail>;
let rows: Map<string, MailMessage>;

beforeAll(async () => {
  smtp = await startSmtp();
  sender = smtpMail({ url: smtp.url, from: "Qafila <no-reply@qafila.test>" });
});

beforeEach(() => {
  smtp.letters.length = 0;
  rows = new Map();
});

afterAll(async () => {
  sender.close();
  await smtp.stop();
});

/** Each way to send, and what can be read of it afterwards, once per message. */
const ways: Record<string, () => { mail: Mail; seen: () => Seen[] }> = {
  outbox: () => ({
    mail: outboxMail(async (message) => void rows.set(message.dedupeKey, message)),
    seen: () => [...rows.values()].map(({ to, subject, text, locale }) => ({ to, subject, text, locale })),
  }),
  smtp: () => ({
    mail: sender,
    seen: () =>
      [...new Map(smtp.letters.map((letter) => [headerOf(letter, "Message-ID"), letter])).values()].map((letter) => ({
        to: letter.to.join(),
        subject: headerOf(letter, "Subject"),
        text: textOf(letter).trimEnd(),
        locale: headerOf(letter, "Content-Language"),
      })),
  }),
};

const message: MailMessage = {
  to: "siti@example.test",
  subject: "🕋 تأكيد الحجز — подтверждение",
  text: "السلام عليكم\n.\n..leading dots\n\u202eRTL\u202c 🕌 тест NUL\u0000 end",
  dedupeKey: "booking.confirmed:1",
  locale: "ar",
};

describe.each(Object.entries(ways))("mail by %s", (_name, way) => {
  it("brings any text whole to the one recipient", async () => {
    const { mail, seen } = way();
    const receipt = await mail.send(message);
    expect(["sent", "kept"]).toContain(receipt.state);
    const { to, subject, text, locale } = message;
    expect(seen().map((one) => ({ ...one, text: one.text.replaceAll("\r\n", "\n") }))).toEqual([
      { to, subject, text, locale },
    ]);
  });

  it("is the same message however often it is sent under one key", async () => {
    const { mail, seen } = way();
    for (const dedupeKey of ["a", "a", "b"]) await mail.send({ ...message, dedupeKey });
    expect(seen()).toHaveLength(2);
  });
});

describe("mail by outbox", () => {
  it("says the message is kept and not sent, and fails when it cannot be kept", async () => {
    expect(await outboxMail(async () => undefined).send(message)).toEqual({ state: "kept" });
    const full = outboxMail(() => Promise.reject(new Error("disk full")));
    await expect(full.send(message)).rejects.toThrow("disk full");
  });
});

describe("mail by smtp", () => {
  it("signs as the platform unless told otherwise", async () => {
    await sender.send(message);
    await sender.send({ ...message, dedupeKey: "other", from: "Al Noor <office@alnoor.test>" });
    expect(smtp.letters.map((letter) => letter.from)).toEqual(["no-reply@qafila.test", "office@alnoor.test"]);
    expect(smtp.letters.map((letter) => headerOf(letter, "Message-ID").split("@")[1])).toEqual([
      "qafila.test>",
      "alnoor.test>",
    ]);
  });

  it("reports a refusal for good, and throws where another try may help", async () => {
    expect(await sender.send({ ...message, to: "nobody@gone.test" })).toMatchObject({ state: "refused" });
    await expect(sender.send({ ...message, to: "later@busy.test" })).rejects.toThrow("450");
    const away = smtpMail({ url: "smtp://127.0.0.1:9", from: "a@qafila.test" });
    await expect(away.send(message)).rejects.toThrow("ECONNREFUSED");
    away.close();
  });

  it("never lets an address or a subject smuggle in another recipient or header", async () => {
    const subject = "hello\r\nBcc: thief@example.test";
    await sender.send({ ...message, subject, to: "siti@example.test, thief@example.test" }).catch(() => undefined);
    await sender.send({ ...message, subject, dedupeKey: "2" });
    expect(smtp.letters.flatMap((letter) => letter.to)).not.toContain("thief@example.test");
    expect(smtp.letters.map((letter) => headerOf(letter, "Bcc")).join("")).toBe("");
  });
});
