import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agencyOf, type Call } from "@/lib/kernel/call";
import type { CallPorts } from "@/lib/kernel/ports";
import { uploadProof } from "@/lib/payments/commands/proofs";
import { tasks } from "@/lib/payments/tasks";
import { sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { payBooking } from "../invoices/support";
import { as, newWorld, type Somebody, type World } from "../support/world";
import { slip, toPay } from "./support";

let world: World;
let departure: string;
beforeAll(async () => {
  world = await newWorld(8);
  departure = (await sellSeats(world, 9)).id;
});
afterAll(() => world.close());

/** Keys of what this person's calls put into the store and nobody removed. */
function watched(who: Somebody) {
  const call = as(who);
  const kept = new Set<string>();
  const { files } = call.ports;
  const watch: CallPorts["files"] = Object.create(files, {
    put: {
      value: (key: string, ...rest: [Uint8Array, { type: string }]) => {
        kept.add(key);
        return files.put(key, ...rest);
      },
    },
  });
  return { kept, call: { ...call, ports: { ...call.ports, files: watch } } };
}
const send = async (call: Call, id: string, file?: Uint8Array<ArrayBuffer>) =>
  uploadProof(call, { id, file: file ?? (await slip()), amount: 1_000 });

describe("the file of a proof", () => {
  it("is not kept for who may not send it, nor where nothing is owed", async () => {
    const { bookingId, invoice } = await toPay(world, departure);
    for (const one of [world.otherPilgrim, world.rivalOwner, world.manager].map(watched)) {
      await expect(send(one.call, invoice.id)).rejects.toMatchObject({ code: "invoice_not_found" });
      expect([...one.kept]).toEqual([]);
    }
    await payBooking(world, bookingId, invoice.total.amount);
    const mine = watched(world.pilgrim);
    await expect(send(mine.call, invoice.id)).rejects.toMatchObject({ code: "invoice_settled" });
    expect([...mine.kept]).toEqual([]);
  });

  it("that was sent twice is kept once, however close behind each other", async () => {
    const { invoice } = await toPay(world, departure);
    const { call, kept } = watched(world.pilgrim);
    const file = await slip();
    const taps = await Promise.all(Array.from({ length: 5 }, () => send(call, invoice.id, file)));
    const [id] = [...new Set(taps.map((one) => one.id))];
    expect(taps.every((one) => one.id === id)).toBe(true);
    const planned = await call.transact("agency", true, (tx) =>
      tx.execute<{ payload: unknown }>(sql`select payload from later where task = 'payments.drop_file'`),
    );
    const drop = tasks.find(({ name }) => name === "payments.drop_file")!;
    for (const { payload } of planned)
      if (drop.kind === "later") await drop.run(systemCall(world), payload, world.house.ports);
    const left = await Promise.all([...kept].map(async (key) => ((await call.ports.files.get(key)) ? key : null)));
    expect(left.filter(Boolean)).toEqual([`agency/${agencyOf(call)}/proofs/${id}`]);
  });
});
