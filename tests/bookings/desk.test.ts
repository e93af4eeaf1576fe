import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands/cancel";
import { remindPayer } from "@/lib/bookings/commands/remind";
import { joinWaitlist } from "@/lib/bookings/commands/waitlist";
import { countBookings, listWaits } from "@/lib/bookings/queries/bookings";
import { saveView } from "@/lib/views/commands";
import { listViews } from "@/lib/views/queries";
import { crowd } from "../groups/support";
import { as, newWorld, type Somebody, type World } from "../support/world";
import { book, pay, QUAD, sellSeats, submit } from "./support";

let world: World;
let people: Somebody[];
beforeAll(async () => {
  world = await newWorld();
  people = await crowd(world, 3);
});
afterAll(() => world.close());

const code = (error: { code: string }) => error.code;

describe("the desk that sells", () => {
  it("asks whoever pays for what is owed, and not for a draft or what is paid", async () => {
    const { id: departureId } = await sellSeats(world, 9);
    const draft = await book(as(world.pilgrim), departureId);
    expect(await remindPayer(as(world.owner), { id: draft.id }).catch(code)).toBe("nothing_owed");
    await submit(as(world.pilgrim), draft.id);
    expect(await remindPayer(as(world.pilgrim), { id: draft.id }).catch(code)).toBe("forbidden");
    expect(await remindPayer(as(world.owner), { id: draft.id })).toMatchObject({ owed: QUAD, paid: 0 });
    await pay(world, draft.id, QUAD);
    expect(await remindPayer(as(world.owner), { id: draft.id }).catch(code)).toBe("nothing_owed");
  });

  it("sees who waits over all departures, longest first, each branch its own", async () => {
    const [one, two] = [await sellSeats(world, 1), await sellSeats(world, 1, { branchId: world.manager.branchId })];
    const holders = [await book(as(world.pilgrim), one.id), await book(as(world.otherPilgrim), two.id)];
    const asked: [number, string][] = [
      [0, one.id],
      [1, two.id],
      [2, one.id],
    ];
    for (const [i, id] of asked) await joinWaitlist(as(people[i]!), { id, seats: 1 });
    const first = await listWaits(as(world.owner), { limit: 2 });
    const rest = await listWaits(as(world.owner), { limit: 2, cursor: first.nextCursor! });
    expect([...first.data, ...rest.data].map(({ departureId }) => departureId)).toEqual([one.id, two.id, one.id]);
    expect(first.data[0]).toMatchObject({ departureStatus: "full", seatsLeft: 0, packageName: "Umrah Akhir Tahun" });
    await cancelBooking(as(world.pilgrim), { id: holders[0]!.id });
    const offered = await listWaits(as(world.owner), { status: "offered" });
    expect(offered.data.map(({ departureId }) => departureId)).toEqual([one.id]);
    expect((await listWaits(as(world.manager), {})).data.map(({ departureId }) => departureId)).toEqual([two.id]);
    expect((await countBookings(as(world.manager), {})).waitlist).toBe(1);
    expect((await countBookings(as(world.owner), {})).waitlist).toBe(3);
    expect(await listWaits(as(world.pilgrim), {}).catch(code)).toBe("forbidden");
  });

  it("keeps a person's own views of the list", async () => {
    await saveView(as(world.owner), { place: "bookings", name: "Owing", search: "view=needs_payment&sort=payer" });
    expect((await listViews(as(world.owner), { place: "bookings" })).data).toMatchObject([{ name: "Owing" }]);
    expect((await listViews(as(world.owner), { place: "groups" })).data).toEqual([]);
  });
});
