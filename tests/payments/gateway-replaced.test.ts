import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { addGateway, removeGateway } from "@/lib/payments/commands/gateways";
import { takeNotice } from "@/lib/payments/commands/notice";
import { listOddNotices } from "@/lib/payments/queries/odd";
import { openCall } from "@/server/doors/call";
import { DEPOSIT, sellSeats } from "../bookings/support";
import { invoiceOf } from "../invoices/support";
import { disagreements } from "../money/support";
import { type Midtrans, startMidtrans } from "../support/midtrans";
import { as, NOON, newWorld, type World } from "../support/world";
import { GATEWAY_KEY, notice, toPay } from "./support";

let world: World;
let departure: string;
let midtrans: Midtrans;
beforeAll(async () => {
  world = await newWorld(10);
  midtrans = await startMidtrans(GATEWAY_KEY);
  world.house.ports.pay = midtrans.pay;
  departure = (await sellSeats(world, 20)).id;
});
afterAll(async () => {
  await midtrans.stop();
  await world.close();
});

/** The owner enters the gateway's key, at an address of its own. */
async function connect() {
  const { id, noticeUrl } = await addGateway(as(world.owner), { kind: "midtrans", serverKey: GATEWAY_KEY });
  return { id, token: noticeUrl.split("/").at(-1)! };
}
const remove = ({ id }: { id: string }) => removeGateway(as(world.owner), { id });
async function hear({ token }: { token: string }, body: string) {
  midtrans.says(body);
  const nobody = openCall({ actor: { kind: "nobody" }, agencyId: world.agency.id, via: "http", now: NOON });
  return (await takeNotice(nobody, { gateway: "midtrans", token, body })).outcome;
}
/** A payment that the old gateway reported as captured, and then the owner entered the key anew. */
async function replaced(status = "capture") {
  const { bookingId, invoice } = await toPay(world, departure);
  const saying = { order: `${invoice.number}.1`, amount: DEPOSIT, id: newId() };
  const before = await connect();
  const first = await hear(before, notice({ ...saying, status }));
  const after = await connect();
  await remove(before);
  const paid = async () => (await invoiceOf(world, bookingId)).paid.amount;
  return { first, paid, tell: (next: string) => hear(after, notice({ ...saying, status: next })) };
}
const odd = async () => (await listOddNotices(as(world.owner), {})).data.length;

describe("[R11] a gateway that is replaced while a payment through it is open", () => {
  it("goes on with it: what was paid is not told to the desk as paid twice, to be given back", async () => {
    const before = await odd();
    const { first, paid, tell } = await replaced();
    expect([first, await tell("settlement"), await tell("settlement")]).toEqual(["paid", "noted", "noted"]);
    expect([await paid(), await odd()]).toEqual([DEPOSIT, before]);
    expect(await disagreements(as(world.owner))).toEqual([]);
  });

  it("tells the desk of money that went back to its payer: the books went on counting it, and nobody heard", async () => {
    const { paid, tell } = await replaced();
    expect([await tell("cancel"), await paid()]).toEqual(["taken_back", DEPOSIT]);
  });

  it("books no money of a payment that was called off before", async () => {
    const { first, paid, tell } = await replaced("cancel");
    expect([first, await tell("settlement"), await paid()]).toEqual(["noted", "taken_back", 0]);
  });

  it("books what comes by it for the first time, once", async () => {
    const { first, paid, tell } = await replaced("pending");
    expect([first, await tell("settlement"), await tell("capture"), await paid()]).toEqual([
      "noted",
      "paid",
      "noted",
      DEPOSIT,
    ]);
  });
});
