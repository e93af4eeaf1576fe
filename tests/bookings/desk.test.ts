import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelBooking, cancelPilgrim } from "@/lib/bookings/commands/cancel";
import { setDocument } from "@/lib/bookings/commands/pilgrims";
import { remindPayer } from "@/lib/bookings/commands/remind";
import { joinWaitlist } from "@/lib/bookings/commands/waitlist";
import { countBookings, listBookings, listWaits, readBooking } from "@/lib/bookings/queries/bookings";
import { saveView } from "@/lib/views/commands";
import { listViews } from "@/lib/views/queries";
import { crowd } from "../groups/support";
import { as, NOON, newWorld, type Somebody, type World } from "../support/world";
import { adults, book, idr, pay, QUAD, sellSeats, submit } from "./support";

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
    expect((await readBooking(as(world.owner), { id: draft.id })).remindedAt).toBeNull();
    expect(await remindPayer(as(world.owner), { id: draft.id })).toMatchObject({ owed: idr(QUAD), paid: idr(0) });
    // Whoever opens it later, or from another desk, sees that it was done.
    expect((await readBooking(as(world.admin), { id: draft.id })).remindedAt).toEqual(NOON);
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
    const newest = await listWaits(as(world.owner), { limit: 2, sort: "newest" });
    const older = await listWaits(as(world.owner), { limit: 2, sort: "newest", cursor: newest.nextCursor! });
    expect([...newest.data, ...older.data]).toEqual([...first.data, ...rest.data].toReversed());
    const mixed = listWaits(as(world.owner), { sort: "newest", cursor: first.nextCursor! });
    expect(await mixed.catch(code)).toBe("cursor_invalid");
    expect(first.data[0]).toMatchObject({ departureStatus: "full", seatsLeft: 0, packageName: "Umrah Akhir Tahun" });
    await cancelBooking(as(world.pilgrim), { id: holders[0]!.id });
    const offered = await listWaits(as(world.owner), { status: "offered" });
    expect(offered.data.map(({ departureId }) => departureId)).toEqual([one.id]);
    expect((await listWaits(as(world.manager), {})).data.map(({ departureId }) => departureId)).toEqual([two.id]);
    expect((await countBookings(as(world.manager), {})).waitlist).toBe(1);
    expect((await countBookings(as(world.owner), {})).waitlist).toBe(3);
    expect(await listWaits(as(world.pilgrim), {}).catch(code)).toBe("forbidden");
  });

  it("sees whose papers are missing: each traveller's passport, visa and vaccine, until all were accepted", async () => {
    const { id: departureId } = await sellSeats(world, 9);
    const { id } = await book(as(world.pilgrim), departureId, adults(2));
    const missing = async () => {
      const { data } = await listBookings(as(world.owner), { view: "papers", departureId });
      const [{ papers }, elsewhere] = [
        await countBookings(as(world.owner), {}),
        await listBookings(as(world.owner), { view: "papers" }),
      ];
      expect(elsewhere.data).toHaveLength(papers);
      return data.map((one) => one.id);
    };
    expect(await missing()).toEqual([]);
    const { party } = await submit(as(world.pilgrim), id);
    expect(await missing()).toEqual([id]);
    type Kind = "passport" | "visa" | "vaccine" | "photo";
    const see = (pilgrimId: string, kind: Kind, status: "accepted" | "received" = "accepted") =>
      setDocument(as(world.owner), { id, pilgrimId, kind, status, expiresOn: null, note: null });
    const [first, second] = party.map((one) => one.id);
    for (const kind of ["passport", "visa", "vaccine", "photo"] as const) await see(first!, kind);
    for (const kind of ["passport", "visa", "photo"] as const) await see(second!, kind);
    // What lies on the desk is not accepted yet.
    await see(second!, "vaccine", "received");
    expect(await missing()).toEqual([id]);
    await cancelPilgrim(as(world.owner), { id, pilgrimId: second! });
    expect(await missing()).toEqual([]);
  });

  it("keeps a person's own views of the list", async () => {
    await saveView(as(world.owner), { place: "bookings", name: "Owing", search: "view=needs_payment&sort=payer" });
    expect((await listViews(as(world.owner), { place: "bookings" })).data).toMatchObject([{ name: "Owing" }]);
    expect((await listViews(as(world.owner), { place: "groups" })).data).toEqual([]);
  });
});
