import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placeBooking } from "@/lib/bookings/commands/place";
import { expireBooking } from "@/lib/bookings/commands/settle";
import { updateBooking } from "@/lib/bookings/commands/update";
import { joinWaitlist, wakeWaitlist } from "@/lib/bookings/commands/waitlist";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { listLive } from "@/lib/bookings/queries/live";
import { tasks } from "@/lib/bookings/tasks";
import type { Call, Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { checkBooks } from "@/lib/ledger/queries";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { enterCash } from "@/lib/payments/commands/decide";
import { undoDecision } from "@/lib/payments/commands/undo";
import { convertSavings } from "@/lib/savings/commands/convert";
import { readPlan } from "@/lib/savings/queries/plans";
import { crowd } from "../groups/support";
import { inWork, systemCall } from "../inventory/support";
import { invoiceOf } from "../invoices/support";
import { writing } from "../ledger/support";
import { disagreements, gather, patiently, savers } from "../money/support";
import { as, NOON, newWorld, type Somebody, type World } from "../support/world";
import { adults, alone, at, book, DEPOSIT, seatsOf, sellPackage, sellSeats, submit } from "./support";

const CLIENTS = 50;
let world: World;
let people: Somebody[];
let packageId: string;
beforeAll(async () => {
  world = await newWorld(CLIENTS);
  people = await crowd(world, CLIENTS);
  packageId = (await sellPackage(world)).id;
});
afterAll(() => world.close());

const sell = async (seats: number) => (await sellSeats(world, seats, { id: packageId })).id;
const late = new Date(NOON.getTime() + 31 * 60_000);
const house = () => systemCall(world, world.agency.id, late);
/** What follows once the agency has called a departure off. */
const follow = (departureId: string) => {
  const task = tasks.find(({ name }) => name === "bookings.follow")!;
  const payload = { agencyId: world.agency.id, departureId, from: "open", to: "cancelled" };
  return task.run(house(), payload as never, world.house.ports);
};
const queueOf = (departureId: string) =>
  as(world.owner).transact("agency", true, (tx) =>
    tx.execute<{ status: string }>(
      sql`select status from waitlist_entries where departure_id = ${departureId} order by id`,
    ),
  );
const code = (error: { code: string }) => error.code;

/** Somebody comes while the departure is being called off, and is answered once it is. */
async function meanwhile<T>(departureId: string, act: () => Promise<T>): Promise<T> {
  const waiting = sql`select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`;
  let answer!: Promise<T>;
  await inWork(at(world.owner, late), async (work: Work) => {
    await updateDeparture(work, { id: departureId, status: "cancelled" });
    answer = act();
    answer.catch(() => undefined);
    await expect.poll(async () => (await work.tx.execute(waiting)).length).toBeGreaterThan(0);
  });
  return answer;
}

describe("[R5] [R7] while a departure is called off", () => {
  it("no seat is given anew to a hold that had run out", async () => {
    const departureId = await sell(3);
    const { id } = await book(as(world.pilgrim), departureId);
    await expireBooking(house(), { id });
    const again = () => updateBooking(at(world.owner, late), { id, reseat: true }).catch(code);
    expect(await meanwhile(departureId, again)).toBe("departure_not_open");
    expect(await seatsOf(world, departureId)).toMatchObject({ held: 0, sold: 0 });
  });

  it("nobody begins to wait for its seats", async () => {
    const departureId = await sell(1);
    await book(as(world.pilgrim), departureId);
    const join = () => joinWaitlist(at(world.otherPilgrim, late), { id: departureId, seats: 1 }).catch(code);
    expect(await meanwhile(departureId, join)).toBe("departure_not_open");
    expect(await queueOf(departureId)).toEqual([]);
  });

  it("nobody who waits is offered one", async () => {
    const departureId = await sell(1);
    await book(as(world.pilgrim), departureId);
    await joinWaitlist(as(world.otherPilgrim), { id: departureId, seats: 1 });
    await updateDeparture(as(world.owner), { id: departureId, capacity: 2 });
    await meanwhile(departureId, () => wakeWaitlist(house(), { departureId }));
    expect(await queueOf(departureId)).toEqual([{ status: "waiting" }]);
    expect(await seatsOf(world, departureId)).toMatchObject({ held: 1, sold: 0 });
  });
});

describe("a departure that is called off among fifty who book, pay, convert, wait and come late", () => {
  const took = (who: number, departureId: string) => book(as(people[who]!), departureId).then(({ id }) => id);
  const cash = async (bookingId: string, by: Call) =>
    enterCash(by, {
      id: (await invoiceOf(world, bookingId, late)).id,
      cashId: newId(),
      amount: { amount: DEPOSIT, currency: "IDR" },
    });

  it.each([1, 2, 3])(
    "[R5] [R6] [R24] leaves no seat, nobody waiting, and all the money where it can go back (run %i)",
    async () => {
      await gather(as(world.owner), CLIENTS);
      const departureId = await sell(32);
      const plans = await savers(world, people.slice(0, 10), DEPOSIT);
      const held = await Promise.all(Array.from({ length: 30 }, (_, i) => took(i, departureId)));
      const paid = held.slice(20, 25);
      for (const id of paid) await submit(as(people[held.indexOf(id)]!), id);
      const proofs = await Promise.all(paid.map((id) => cash(id, at(world.owner, late)).catch(code)));
      const [offered] = await Promise.all([took(30, departureId), took(31, departureId)]);
      const entry = await joinWaitlist(as(people[40]!), { id: departureId, seats: 1 });
      for (const who of people.slice(41, 45)) await joinWaitlist(as(who), { id: departureId, seats: 1 });
      await expireBooking(house(), { id: offered });
      const ran = held.slice(25);
      for (const id of ran) await expireBooking(house(), { id });
      expect(proofs.filter((one) => typeof one === "string")).toEqual([]);

      const now = (i: number) => alone(at(people[i]!, NOON), newId());
      const acts: (() => Promise<unknown>)[] = [
        ...held.slice(0, 5).map((bookingId, i) => () => convertSavings(now(i), { id: plans[i]!, bookingId })),
        ...plans.slice(5).map((id, i) => () => convertSavings(now(i + 5), { id, departureId, pilgrims: adults(1) })),
        ...held.slice(5, 10).map((id, i) => () => submit(now(i + 5), id)),
        ...held.slice(10, 20).map((id) => () => cash(id, at(world.owner, NOON))),
        ...proofs.map((one) => () => undoDecision(at(world.owner, late), { id: (one as { id: string }).id })),
        ...ran.map((id) => () => updateBooking(at(world.owner, late), { id, reseat: true })),
        () => placeBooking(now(40), { departureId, pilgrims: adults(1), waitlistId: entry.id }),
        ...Array.from(
          { length: 5 },
          (_, i) => () => joinWaitlist(at(people[45 + i]!, late), { id: departureId, seats: 1 }),
        ),
        ...Array.from({ length: 3 }, (_, i) => () => took(45 + i, departureId)),
      ];
      const calledOff = async () => {
        await patiently(() => updateDeparture(at(world.owner, late), { id: departureId, status: "cancelled" }));
        await patiently(() => follow(departureId));
      };
      acts.splice(Math.trunc(Math.random() * acts.length), 0, calledOff);
      const ends = await Promise.allSettled(acts.map((act) => patiently(act)));
      const broken = ends.flatMap((one) => (one.status === "rejected" && !one.reason.kind ? [one.reason] : []));
      expect(broken).toEqual([]);

      expect(await listLive(house(), { id: departureId })).toEqual([]);
      expect(await seatsOf(world, departureId)).toMatchObject({ held: 0, sold: 0 });
      const queue = await queueOf(departureId);
      expect(queue.filter(({ status }) => status === "waiting" || status === "offered")).toEqual([]);
      expect(await disagreements(as(world.owner))).toEqual([]);
      for (const id of held) {
        const [booking, invoice] = [await readBooking(as(world.owner), { id }), await invoiceOf(world, id, late)];
        expect(["cancelled", "expired"]).toContain(booking.status);
        expect(invoice.paid).toEqual(booking.paid);
        if (booking.status === "cancelled") expect(booking.owed.amount).toBe(0);
      }
      const saved = await Promise.all(plans.map((id) => readPlan(as(world.owner), { id })));
      for (const { balance } of saved) expect([0, DEPOSIT]).toContain(balance.amount);
      expect((await writing(world, checkBooks)).problems).toEqual([]);
    },
  );
});
