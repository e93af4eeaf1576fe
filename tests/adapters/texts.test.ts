import { beforeEach, describe, expect, it } from "vitest";
import type { TextMessage } from "@/lib/kernel/ports";
import { outboxSms } from "@/server/adapters/sms.outbox";
import { outboxWhatsapp } from "@/server/adapters/whatsapp.outbox";

let rows: Map<string, TextMessage>;
beforeEach(() => {
  rows = new Map();
});
const record = async (message: TextMessage) => void rows.set(message.dedupeKey, message);
const message = { to: "+628123456789", text: "Kode: 481 302 🕋\nكود", dedupeKey: "code:1", locale: "id" };

describe.each([
  ["SMS", outboxSms],
  ["WhatsApp", outboxWhatsapp],
])("%s by outbox", (_name, way) => {
  it("keeps any text whole, once per key, and says that it was kept and not sent", async () => {
    const gateway = way(record);
    expect(gateway.keeps).toBe(true);
    for (const dedupeKey of ["a", "a", "b"]) {
      expect(await gateway.send({ ...message, dedupeKey })).toEqual({ state: "kept" });
    }
    expect([...rows.values()]).toEqual(["a", "b"].map((dedupeKey) => ({ ...message, dedupeKey })));
  });

  it("fails when it cannot be kept", async () => {
    await expect(way(() => Promise.reject(new Error("disk full"))).send(message)).rejects.toThrow("disk full");
  });
});
