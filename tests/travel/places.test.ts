import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelPilgrim } from "@/lib/bookings/commands/cancel";
import type { Call } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { freePlaces } from "@/lib/travel/commands/free";
import { moveRoom, moveSeat, suggestBeds, suggestPlaces, undoRooms } from "@/lib/travel/commands/places";
import { setRooms } from "@/lib/travel/commands/units";
import { readRooming, readRooms, readSeats } from "@/lib/travel/queries/places";
import { suggestRooms } from "@/lib/travel/rules/suggest";
import { asFault } from "@/server/doors/answer";
import { answerManifest } from "@/server/doors/manifest";
import { sellPackage, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { as, newWorld, type World } from "../support/world";
import { buses, family, openSheet, rooms, whoIsWhere } from "./support";

let world: World;
let packageId: string;
beforeAll(async () => {
  world = await newWorld(50);
  packageId = (await sellPackage(world)).id;
});
afterAll(() => world.close());

const depart = async (seats = 60) => (await sellSeats(world, seats, { id: packageId })).id;
const owner = () => as(world.owner);
const refusal = (tried: Promise<unknown>) =>
  tried.then(
    () => "done",
    (error) => asFault(error)?.code ?? String(error),
  );

describe("rooms and seats are dealt out", () => {
  it("families together, then by sex, and the front for whoever needs it", async () => {
    const id = await depart();
    const couple = await family(world, id, ["male", "female", "female", "male"]);
    const sisters = await family(world, id, ["female", "female"]);
    const woman = await family(world, id, ["female"]);
    const man = await family(world, id, ["male"], true, { healthNotes: "Knee" });
    await rooms(world, id, "1101", "1102", "1103");
    const { guests } = await suggestBeds(owner(), { id, city: "makkah" });
    expect(guests.every(({ homeless }) => homeless.length === 0)).toBe(true);
    const where = Object.values(await whoIsWhere(world, id));
    const roomOf = (pilgrimId: string) => where.find((people) => people.includes(pilgrimId))!;
    expect(roomOf(couple.ids[0]!).toSorted()).toEqual(couple.ids.toSorted());
    expect(roomOf(sisters.ids[0]!)).toEqual([...sisters.ids, ...woman.ids]);
    expect(roomOf(man.ids[0]!)).toEqual(man.ids);

    await buses(world, id, 7, 20);
    const { units } = await suggestPlaces(owner(), { id });
    const seats = units.flatMap(({ name, taken }) => taken.map((one) => ({ ...one, bus: name })));
    expect(seats.find(({ pilgrimId }) => pilgrimId === man.ids[0])).toMatchObject({ bus: "1", label: "1A" });
    const busesOf = ({ ids }: { ids: string[] }) =>
      new Set(seats.filter(({ pilgrimId }) => ids.includes(pilgrimId)).map(({ bus }) => bus));
    for (const one of [couple, sisters, woman]) expect(busesOf(one).size).toBe(1);
  });

  it("in rooms of any class too: a couple is not parted to fill up another's", () => {
    const room = (id: string, taken: { number: number; bookingId: string; gender: "male" }[]) => ({
      id,
      places: 4,
      roomType: null,
      sex: "any" as const,
      taken,
    });
    const one = (pilgrimId: string, gender: "female" | "male") => ({
      pilgrimId,
      bookingId: "couple",
      roomType: "quad" as const,
      gender,
      needsFront: false,
    });
    const stranger = { number: 1, bookingId: "other", gender: "male" as const };
    const given = suggestRooms([room("a", [stranger]), room("b", [])], [one("he", "male"), one("she", "female")]);
    expect(given.map(({ unitId }) => unitId)).toEqual(["b", "b"]);
  });

  it("a move by hand keeps its reason, can be taken back, and is refused where a room is for the other sex", async () => {
    const id = await depart();
    const { ids } = await family(world, id, ["female", "male"]);
    await rooms(world, id, "1101", "1102 makkah male");
    await suggestBeds(owner(), { id, city: "makkah" });
    const before = await whoIsWhere(world, id);
    const { units } = await readRooms(owner(), { id });
    const menOnly = units.find(({ name }) => name === "1102")!.id;
    const move = (pilgrimId: string, unitId: string | null, reason = "Snores") =>
      moveRoom(owner(), { id, city: "makkah", pilgrimId, unitId, reason });
    expect(await refusal(move(ids[0]!, menOnly))).toBe("unit_other_sex");
    expect(await move(ids[1]!, menOnly)).toMatchObject({ unitId: menOnly, label: "1" });
    const after = await readRooms(owner(), { id });
    expect(after.units.find((unit) => unit.id === menOnly)?.taken).toMatchObject([{ reason: "Snores" }]);
    expect(after.undo).toMatchObject([{ leg: "makkah", kind: "by_hand", reason: "Snores" }]);
    await undoRooms(owner(), { id, city: "makkah" });
    expect(await whoIsWhere(world, id)).toEqual(before);
    await undoRooms(owner(), { id, city: "makkah" });
    expect(Object.values(await whoIsWhere(world, id)).flat()).toEqual([]);
    expect(await refusal(undoRooms(owner(), { id, city: "makkah" }))).toBe("nothing_to_undo");
  });

  it("a room that is in use neither goes nor shrinks; two may swap their numbers; who cancels leaves their bed", async () => {
    const id = await depart();
    const { ids, bookingId } = await family(world, id, ["female", "female"], true, { roomWish: "=1+1" });
    await rooms(world, id, "1101", "1102");
    await suggestBeds(owner(), { id, city: "makkah" });
    const { units } = await readRooms(owner(), { id });
    const [used, free] = units.toSorted((a, b) => b.taken.length - a.taken.length);
    const as4 = (unit: typeof used, name: string, beds = 4) => ({
      id: unit!.id,
      name,
      beds,
      city: "makkah" as const,
      roomType: "quad" as const,
    });
    const set = (...list: ReturnType<typeof as4>[]) => setRooms(owner(), { id, rooms: list });
    expect(await refusal(set(as4(free, "1102")))).toBe("unit_in_use");
    expect(await refusal(set(as4(used, "1101", 1)))).toBe("unit_in_use");
    const { units: swapped } = await set(as4(used, free!.name), as4(free, used!.name, 2));
    expect(swapped.find((unit) => unit.id === used!.id)).toMatchObject({ name: free!.name });
    const list = await readRooming(owner(), { id });
    expect(list.data.flatMap(({ beds }) => beds)).toHaveLength(2);
    const cells = await openSheet(answerManifest(await readRooming(owner(), { id, format: "xlsx" })));
    const beds = list.data.flatMap((room) => {
      const lies = (number: number) => room.beds.find((bed) => bed.number === number);
      return Array.from({ length: room.places }, (_, i) => {
        const [first, who] = [["Makkah", room.name, "quad", i + 1], lies(i + 1)];
        return [...first, ...(who ? [who.name, "F", who.bookingCode, "=1+1"] : [null, null, null, null])];
      });
    });
    expect(cells[0]).toEqual("City/Room/Type/Bed/Name as in passport/Sex/Booking/Wish".split("/"));
    expect(cells.slice(1)).toEqual(beds);
    expect(beds.filter(([, , , , name]) => name)).toHaveLength(2);
    await cancelPilgrim(owner(), { id: bookingId, pilgrimId: ids[1]! });
    const freed = { departureId: id, pilgrimIds: [ids[1]!] };
    expect(await freePlaces(systemCall(world), freed)).toBe(1);
    expect(await freePlaces(systemCall(world), freed)).toBe(0);
    expect(Object.values(await whoIsWhere(world, id)).flat()).toEqual([ids[0]]);
  });
});

describe("who is cancelled while somebody gives them a bed", () => {
  const waiting = async () => {
    const [row] = await owner().transact("agency", true, (tx) =>
      tx.execute<{ n: number }>(sql`select count(*)::int as n from pg_locks
        where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`),
    );
    return row!.n;
  };
  const scene = async () => {
    const id = await depart();
    const { ids, bookingId } = await family(world, id, ["female", "female"]);
    await rooms(world, id, "1101");
    const unitId = (await readRooms(owner(), { id })).units[0]!.id;
    const pilgrimId = ids[1]!;
    const move = (call = owner()) =>
      refusal(moveRoom(call, { id, city: "makkah", pilgrimId, unitId, reason: "By the door" }));
    /** As the house does it after a cancellation; comes back once it is through, or waits for whoever deals out beds. */
    const cancel = async (waiters: number) => {
      await cancelPilgrim(owner(), { id: bookingId, pilgrimId });
      let through = false;
      const freeing = freePlaces(systemCall(world), { departureId: id, pilgrimIds: [pilgrimId] }).then(() => {
        through = true;
      });
      await expect.poll(async () => through || (await waiting()) === waiters).toBe(true);
      return { freeing };
    };
    const lying = async () => Object.values(await whoIsWhere(world, id)).flat();
    return { id, move, cancel, lying };
  };

  it("is put nowhere when the bed is given after that", async () => {
    const { id, move, cancel, lying } = await scene();
    const { moving, freeing } = await owner().transact("agency", false, async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`travel:${id}:rooms`}, 0))`);
      const moving = move();
      await expect.poll(waiting).toBe(1);
      return { moving, ...(await cancel(2)) };
    });
    await freeing;
    expect([await moving, await lying()]).toEqual(["pilgrim_not_found", []]);
  });

  it("leaves it again when it was given just before", async () => {
    const { move, cancel, lying } = await scene();
    const { transact } = owner();
    let after: { freeing: Promise<void> } | undefined;
    const slow: Call["transact"] = (fence, readOnly, work) =>
      transact(fence, readOnly, async (tx) => {
        const done = await work(tx);
        after = await cancel(1);
        return done;
      });
    expect(await move({ ...owner(), transact: slow })).toBe("done");
    await after?.freeing;
    expect(await lying()).toEqual([]);
  });
});

describe("fifty hands at once", () => {
  it("[R1] fifty pilgrims and one bed: one lies in it; the database refuses a second by itself", async () => {
    const id = await depart();
    const { ids } = await family(
      world,
      id,
      Array.from({ length: 50 }, () => "male" as const),
    );
    await rooms(world, id, "1101");
    await buses(world, id, 45);
    const room = (await readRooms(owner(), { id })).units[0]!.id;
    const bus = (await readSeats(owner(), { id })).units[0]!.id;
    const reason = "First come";
    const tries = await Promise.all(
      ids.map((pilgrimId) =>
        refusal(moveRoom(owner(), { id, city: "makkah", pilgrimId, unitId: room, number: 2, reason })),
      ),
    );
    expect(tries.filter((one) => one === "done")).toHaveLength(1);
    expect(tries.filter((one) => !["done", "place_taken", "busy"].includes(one))).toEqual([]);
    const sit = (pilgrimId: string) => refusal(moveSeat(owner(), { id, pilgrimId, unitId: bus, reason }));
    const seats = await Promise.all(ids.map(sit));
    const sitting = async () => Object.values(await whoIsWhere(world, id, "seats")).flat();
    expect(new Set(await sitting()).size).toBe(seats.filter((one) => one === "done").length);
    // Who was told to try again does.
    for (const [i, one] of seats.entries()) if (one === "busy") await sit(ids[i]!);
    expect(new Set(await sitting()).size).toBe(45);
    const twice = (pilgrimId: string, number: number) =>
      owner()
        .transact("agency", false, (tx) =>
          tx.execute(sql`insert into travel_places (id, agency_id, departure_id, leg, unit_id, unit_places, number, pilgrim_id)
            values (${newId()}, ${world.agency.id}, ${id}, 'makkah', ${room}, 4, ${number}, ${pilgrimId})`),
        )
        .then(
          () => "done",
          (error) => String(error.cause?.constraint_name ?? error),
        );
    const lying = (await whoIsWhere(world, id))["makkah 1101"]![0]!;
    const other = ids.find((one) => one !== lying)!;
    expect(await twice(other, 2)).toBe("travel_places_once");
    expect(await twice(lying, 3)).toBe("travel_places_pilgrim");
    expect(await twice(other, 5)).toBe("travel_places_number");
  });

  it("two who ask for a suggestion at once get one", async () => {
    const id = await depart();
    await family(world, id, ["male", "female", "male"]);
    await rooms(world, id, "1101", "1102");
    const tries = await Promise.all(
      Array.from({ length: 10 }, () => refusal(suggestBeds(owner(), { id, city: "makkah" }))),
    );
    expect(new Set(tries)).toEqual(new Set(["done"]));
    expect(Object.values(await whoIsWhere(world, id)).flat()).toHaveLength(3);
  });
});
