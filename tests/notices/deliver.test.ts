import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Call } from "@/lib/kernel/call";
import type { Gateway, MailMessage, Ports, Receipt } from "@/lib/kernel/ports";
import { moveLetter } from "@/lib/notices/commands/letters";
import type { DeliveryStatus, Letter } from "@/lib/notices/contract";
import { before, TRIES } from "@/lib/notices/rules";
import { deliver } from "@/lib/notices/tasks/deliver";
import { openCall } from "@/server/doors/call";
import { systemCall } from "../inventory/support";
import { rowsOf } from "../kernel/support";
import { newWorld, type World } from "../support/world";

let world: World;
let call: Call;
let platform: Call;
beforeAll(async () => {
  world = await newWorld(50);
  call = systemCall(world);
  platform = openCall({ actor: { kind: "system", task: "test" }, agencyId: null, via: "task" });
});
afterAll(() => world.close());

const sent: MailMessage[] = [];
let answer: () => Promise<Receipt>;
beforeEach(() => {
  sent.length = 0;
  answer = async () => ({ state: "sent", providerId: "smtp-1" });
});
/** A mail server of the test's own. */
const smtp: Gateway<MailMessage> = {
  keeps: false,
  send: async (message) => {
    sent.push(message);
    return answer();
  },
};
const ports = (): Ports => ({ ...world.house.ports, mail: smtp });

const letter = (dedupeKey: string, more: Partial<Letter> = {}): Letter => ({
  channel: "mail",
  to: "siti@example.com",
  subject: "Halo",
  body: "Selamat datang",
  locale: "id",
  dedupeKey,
  ...more,
});
type Row = { id: string; agency_id: string | null; status: DeliveryStatus };
const rows = (key: string) =>
  rowsOf<Row>(world.house, "deliveries", `dedupe_key = '${key}' order by agency_id nulls first`);

describe("a message", () => {
  it("is kept first and sent once, in the recipient's language, however often its task runs", async () => {
    for (const _ of [1, 2, 3]) await deliver(call, ports(), letter("once"));
    expect(sent).toMatchObject([{ to: "siti@example.com", subject: "Halo", text: "Selamat datang", locale: "id" }]);
    expect(await rows("once")).toMatchObject([{ status: "sent", provider_id: "smtp-1", attempts: 1 }]);
  });

  it("is kept for staff to read where no gateway is set, by mail, SMS and WhatsApp", async () => {
    for (const channel of ["mail", "sms", "whatsapp"] as const) {
      await deliver(call, world.house.ports, letter(`kept ${channel}`, { channel, carriesSecret: true }));
      const shown = { channel, status: "kept", body: "Selamat datang", sent_at: null };
      expect(await rows(`kept ${channel}`)).toMatchObject([shown]);
    }
  });

  it("that carries a code leaves no readable trace once it leaves the house", async () => {
    await deliver(call, ports(), letter("code", { body: "481302", carriesSecret: true }));
    expect(sent).toMatchObject([{ text: "481302" }]);
    expect(await rows("code")).toMatchObject([{ body: "", status: "sent" }]);
  });

  it("of the platform belongs to no agency, and its key is not the agency's", async () => {
    await deliver(platform, ports(), letter("shared"));
    await deliver(call, ports(), letter("shared"));
    expect((await rows("shared")).map((row) => row.agency_id)).toEqual([null, world.agency.id]);
    expect(new Set(sent.map(({ dedupeKey }) => dedupeKey)).size).toBe(2);
  });

  it("that could not be sent waits for the next try with its reason, and is set aside after the last", async () => {
    answer = () => Promise.reject(new Error("450 busy"));
    for (let i = 1; i <= TRIES; i++) {
      expect((await rows("busy"))[0]?.status ?? "queued").toBe("queued");
      await expect(deliver(call, ports(), letter("busy"))).rejects.toThrow("450 busy");
    }
    expect(await rows("busy")).toMatchObject([{ status: "failed", attempts: TRIES, reason: "Error: 450 busy" }]);
    await deliver(call, ports(), letter("busy"));
    expect(sent).toHaveLength(TRIES);
  });

  it("that is refused for good is not tried again", async () => {
    answer = async () => ({ state: "refused", reason: "550 no such user" });
    for (const _ of [1, 2]) await deliver(call, ports(), letter("gone"));
    expect(sent).toHaveLength(1);
    expect(await rows("gone")).toMatchObject([{ status: "failed", reason: "550 no such user" }]);
  });
});

describe("[R72] a delivery", () => {
  it("that fifty send at once is one row and leaves once; whoever came too late is tried again", async () => {
    const all = Array.from({ length: 50 }, () => deliver(call, ports(), letter("race")));
    const ended = await Promise.allSettled(all);
    expect(sent).toHaveLength(1);
    expect(await rows("race")).toMatchObject([{ status: "sent", attempts: 1 }]);
    const late = ended.filter(({ status }) => status === "rejected");
    for (const one of late) expect(String((one as PromiseRejectedResult).reason)).toContain("Somebody else is sending");
    await deliver(call, ports(), letter("race"));
    expect(sent).toHaveLength(1);
  });

  it("ends in the same status whatever the order and number of its reports, fifty at once too", async () => {
    const reports: DeliveryStatus[] = ["sent", "delivered", "read", "failed"];
    for (let round = 0; round < 12; round++) {
      const key = `reports ${round}`;
      await deliver(call, world.house.ports, letter(key));
      const [{ id } = { id: "" }] = await rows(key);
      const upTo = reports.slice(0, 1 + (round % reports.length));
      const told = Array.from({ length: round === 0 ? 50 : 8 }, (_, i) => upTo[(i * 7 + round) % upTo.length]!);
      await Promise.all([...told, ...upTo].map((status) => moveLetter(call, { id, status })));
      expect(await rows(key)).toMatchObject([{ status: upTo.at(-1) }]);
    }
  });

  it("never moves back, whoever asks the database", async () => {
    const order: DeliveryStatus[] = ["queued", "kept", "sent", "delivered", "read", "failed"];
    await deliver(call, world.house.ports, letter("back"));
    for (const status of order.slice(2)) {
      await call.transact("agency", false, (tx) =>
        tx.execute(`update deliveries set status = '${status}' where dedupe_key = 'back'`),
      );
      for (const earlier of before(status)) {
        if (status === "failed" && earlier === "queued") continue;
        const back = call.transact("agency", false, (tx) =>
          tx.execute(`update deliveries set status = '${earlier}' where dedupe_key = 'back'`),
        );
        await expect(back).rejects.toMatchObject({ cause: { constraint_name: "deliveries_forward_only" } });
      }
    }
  });
});
