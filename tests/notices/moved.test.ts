import { afterAll, beforeAll, expect, it } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands/cancel";
import { placeBooking } from "@/lib/bookings/commands/place";
import type { Told } from "@/lib/kernel/fact";
import { listMyNotifications, listOutbox } from "@/lib/notices/queries";
import { tasks } from "@/lib/notices/tasks/bookings";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { adults, book, days, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { as, newWorld, type Somebody, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

/** Changes a departure, and what the notices make of it, twice: a task may be repeated. */
async function change(input: { id: string; startsAt?: string; endsAt?: string; capacity?: number }) {
  const facts: Told[] = [];
  await updateDeparture({ ...as(world.owner), announce: (news) => void facts.push(...news) }, input);
  return facts;
}
async function tell(facts: readonly Told[]) {
  for (const fact of [...facts, ...facts])
    for (const task of tasks)
      if (task.kind === "on" && task.fact === fact.name)
        await task.run({ ...systemCall(world), requestId: fact.id }, fact.payload, world.house.ports);
}
const heard = async (who: Somebody) =>
  (await listMyNotifications({ ...as(who), locale: "en" }, {})).data.filter(({ kind }) => kind === "booking_moved");
const [starts, ends] = [days(47).toISOString(), days(58).toISOString()];

it("whoever pays for a booking that stands hears of the new days of their trip, once, also without a login", async () => {
  const { id } = await sellSeats(world, 9);
  const mine = await book(as(world.pilgrim), id);
  const gone = await book(as(world.otherPilgrim), id);
  await cancelBooking(as(world.otherPilgrim), { id: gone.id });
  const payer = { name: "Hendra Wijaya", phone: "+628110007777" };
  await placeBooking(as(world.owner), { departureId: id, payer, pilgrims: adults(1) });

  await tell(await change({ id, startsAt: starts, endsAt: ends }));
  const [notice, ...more] = await heard(world.pilgrim);
  expect(more).toEqual([]);
  expect(notice).toMatchObject({ href: `/a/${world.agency.slug}/my/bookings/${mine.id}` });
  expect(notice!.text).toMatch(new RegExp(`^Booking ${mine.code}: `));
  for (const day of [days(47), days(58)]) expect(notice!.text).toContain(String(day.getUTCDate()));
  expect(await heard(world.otherPilgrim)).toEqual([]);
  const { data } = await listOutbox(as(world.owner), { q: payer.phone });
  expect(data.filter(({ body }) => body.includes("tanggal perjalanan Anda berubah"))).toHaveLength(1);
});

it("another hour of the same day, or more seats, are no new days; and of two moves the last is told", async () => {
  const { id } = await sellSeats(world, 9);
  await book(as(world.pilgrim), id);
  const before = await heard(world.pilgrim);
  const hourLater = new Date(days(40).getTime() + 3_600_000).toISOString();
  await tell(await change({ id, startsAt: hourLater, capacity: 12 }));
  expect(await heard(world.pilgrim)).toEqual(before);

  const first = await change({ id, startsAt: days(45).toISOString(), endsAt: ends });
  const second = await change({ id, startsAt: days(50).toISOString(), endsAt: days(61).toISOString() });
  await tell(first);
  await tell(second);
  const now = await heard(world.pilgrim);
  expect(now).toHaveLength(before.length + 1);
  expect(now[0]!.text).toContain(String(days(61).getUTCDate()));
});
