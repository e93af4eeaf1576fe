import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gatewayNotices } from "@/db/schema/gateways";
import { newId } from "@/lib/kernel/ids";
import { addGateway } from "@/lib/payments/commands/gateways";
import { takeNotice } from "@/lib/payments/commands/notice";
import { openCall } from "@/server/doors/call";
import { DEPOSIT, sellSeats } from "../bookings/support";
import { invoiceOf } from "../invoices/support";
import { type Midtrans, startMidtrans } from "../support/midtrans";
import { as, NOON, newWorld, type World } from "../support/world";
import { GATEWAY_KEY, notice, toPay } from "./support";

let world: World;
let departure: string;
let token: string;
let midtrans: Midtrans;
beforeAll(async () => {
  world = await newWorld(8);
  midtrans = await startMidtrans(GATEWAY_KEY);
  world.house.ports.pay = midtrans.pay;
  departure = (await sellSeats(world, 20)).id;
  const { noticeUrl } = await addGateway(as(world.owner), { kind: "midtrans", serverKey: GATEWAY_KEY });
  token = noticeUrl.split("/").at(-1)!;
});
afterAll(async () => {
  await midtrans.stop();
  await world.close();
});

const hear = (body: string) => {
  const call = openCall({ actor: { kind: "nobody" }, agencyId: world.agency.id, via: "http", now: NOON });
  return takeNotice(call, { gateway: "midtrans", token, body });
};
const rows = () =>
  as(world.owner).transact("agency", true, (tx) => tx.select({ id: gatewayNotices.id }).from(gatewayNotices));

/** A payment of a fresh invoice, as a notice in any state tells it. */
async function payment() {
  const { bookingId, invoice } = await toPay(world, departure);
  const saying = { order: invoice.number, amount: DEPOSIT, id: newId() };
  const paid = async () => (await invoiceOf(world, bookingId)).paid.amount;
  return { paid, order: invoice.number, as: (status: string, more = {}) => notice({ ...saying, status, ...more }) };
}

describe("[R12] a notice is believed as far as the gateway confirms it when it is asked again", () => {
  it("a state that says otherwise wins, in both directions", async () => {
    const claimed = await payment();
    midtrans.says(claimed.as("pending"));
    expect(await hear(claimed.as("settlement"))).toEqual({ outcome: "noted" });
    expect(await claimed.paid()).toBe(0);
    const late = await payment();
    midtrans.says(late.as("settlement"));
    expect(await hear(late.as("pending"))).toEqual({ outcome: "paid" });
    expect(await late.paid()).toBe(DEPOSIT);
    const over = await payment();
    midtrans.says(over.as("cancel"));
    expect(await hear(over.as("settlement"))).toEqual({ outcome: "noted" });
    expect(await over.paid()).toBe(0);
  });

  it("the amount that counts is the gateway's", async () => {
    const one = await payment();
    midtrans.says(one.as("settlement", { amount: DEPOSIT - 100 }));
    expect(await hear(one.as("settlement"))).toEqual({ outcome: "paid" });
    expect(await one.paid()).toBe(DEPOSIT - 100);
  });

  it("a payment it does not know, or knows of another order, is refused and nothing is written", async () => {
    const [one, other] = [await payment(), await payment()];
    const before = (await rows()).length;
    const refused = { kind: "forbidden", code: "notice_unconfirmed" };
    await expect(hear(one.as("settlement"))).rejects.toMatchObject(refused);
    midtrans.says(one.as("settlement", { order: other.order }));
    await expect(hear(one.as("settlement"))).rejects.toMatchObject(refused);
    expect([(await rows()).length, await one.paid(), await other.paid()]).toEqual([before, 0, 0]);
  });

  it("while it gives no answer nothing is booked, the notice is to come again, and then it counts", async () => {
    const one = await payment();
    midtrans.says(one.as("settlement"));
    const before = (await rows()).length;
    const troubles = [
      { status: 503, body: one.as("settlement") },
      { status: 200, body: "<html>Maintenance</html>" },
      { status: 401, body: '{"status_code":"401"}' },
      { status: 200, body: '{"status_code":"500","status_message":"Sorry."}' },
    ];
    for (const trouble of troubles) {
      midtrans.instead = async () => trouble;
      const error = await hear(one.as("settlement")).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ kind: "unavailable", code: "gateway_unreachable" });
    }
    expect([(await rows()).length, await one.paid()]).toEqual([before, 0]);
    expect(await hear(one.as("settlement"))).toEqual({ outcome: "paid" });
    expect(await one.paid()).toBe(DEPOSIT);
  });

  it("nobody waits behind the question: no transaction is open while it is asked", async () => {
    const one = await payment();
    midtrans.says(one.as("settlement"));
    // Whoever looked something up keeps this lock until their transaction ends.
    const looking = sql`select pid from pg_locks l join pg_stat_activity a using (pid)
      where a.datname = current_database() and l.relation = 'gateways'::regclass and l.mode = 'AccessShareLock'`;
    const open = () => as(world.owner).transact("agency", true, (tx) => tx.execute(looking));
    let seen = "not asked";
    midtrans.instead = async () => {
      // Nobody waits for the end of a look either: it may be on its way still.
      seen = await expect
        .poll(open)
        .toHaveLength(0)
        .then(() => "nobody", String);
      return { status: 200, body: one.as("settlement") };
    };
    expect(await hear(one.as("settlement"))).toEqual({ outcome: "paid" });
    expect(seen).toBe("nobody");
  });

  it("what is not signed is not worth a question", async () => {
    const one = await payment();
    const before = midtrans.asked.length;
    await expect(hear(one.as("settlement", { key: "another key" }))).rejects.toMatchObject({ code: "notice_unsigned" });
    expect(midtrans.asked.length).toBe(before);
  });
});
