import { afterAll, beforeAll, expect, it } from "vitest";
import { updatePilgrim } from "@/lib/bookings/commands/pilgrims";
import { moveRoom, suggestBeds, undoRooms } from "@/lib/travel/commands/places";
import { setRooms } from "@/lib/travel/commands/units";
import { readRooms } from "@/lib/travel/queries/places";
import { listReadiness } from "@/lib/travel/queries/readiness";
import { sellSeats } from "../bookings/support";
import { refusal } from "../support/refusal";
import { as, newWorld, type World } from "../support/world";
import { family, rooms } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const owner = () => as(world.owner);
const correct = (bookingId: string, pilgrimId: string, gender: "female" | "male") =>
  updatePilgrim(owner(), { id: bookingId, pilgrimId, gender });
/** What is said of whom on the board of rooms. */
async function saidOf(id: string) {
  const { units } = await readRooms(owner(), { id });
  return Object.fromEntries(units.flatMap(({ taken }) => taken.map((one) => [one.pilgrimId, one.clash])));
}
const bedless = async (id: string) => (await listReadiness(owner(), { id, item: "room" })).data.map((row) => row.id);

it("whose sex was corrected is found in a room for the other one: the board says so, and the manifest waits for a bed", async () => {
  const { id } = await sellSeats(world, 9);
  const { bookingId, ids } = await family(world, id, ["female", "female"]);
  const [aminah, budi] = ids as [string, string];
  await rooms(world, id, "1208 makkah female", "1301 makkah male");
  await suggestBeds(owner(), { id, city: "makkah" });
  expect([await saidOf(id), await bedless(id)]).toEqual([{ [aminah]: null, [budi]: null }, []]);

  await correct(bookingId, budi, "male");
  expect(await saidOf(id)).toEqual({ [aminah]: null, [budi]: "sex" });
  expect(await bedless(id)).toEqual([budi]);

  const { units } = await readRooms(owner(), { id });
  const men = units.find(({ sex }) => sex === "male")!;
  await moveRoom(owner(), { id, city: "makkah", pilgrimId: budi, unitId: men.id, reason: "Paspor dibetulkan" });
  expect([await saidOf(id), await bedless(id)]).toEqual([{ [aminah]: null, [budi]: null }, []]);
});

it("strangers whom nobody put together knowingly are both in question; a family is not, nor whom a reason answers for", async () => {
  const { id } = await sellSeats(world, 9);
  const [one, other] = [await family(world, id, ["female"]), await family(world, id, ["female"])];
  const [siti, agus] = [one.ids[0]!, other.ids[0]!];
  await rooms(world, id, "1208");
  await suggestBeds(owner(), { id, city: "makkah" });
  await correct(other.bookingId, agus, "male");
  expect(await saidOf(id)).toEqual({ [siti]: "strangers", [agus]: "strangers" });
  expect((await bedless(id)).toSorted()).toEqual([siti, agus].toSorted());

  const [room] = (await readRooms(owner(), { id })).units;
  await moveRoom(owner(), { id, city: "makkah", pilgrimId: agus, unitId: room!.id, reason: "Suaminya" });
  expect([await saidOf(id), await bedless(id)]).toEqual([{ [siti]: null, [agus]: null }, []]);

  const { id: second } = await sellSeats(world, 9);
  const couple = await family(world, second, ["female", "male"]);
  await rooms(world, second, "1208");
  await suggestBeds(owner(), { id: second, city: "makkah" });
  expect(Object.values(await saidOf(second))).toEqual([null, null]);
  expect(couple.ids).toHaveLength(2);
});

/** The rooms as they are, one of them for somebody else. */
async function reserve(id: string, room: string, sex: "any" | "female" | "male") {
  const { units } = await readRooms(owner(), { id });
  const kept = { city: "makkah", roomType: "quad", beds: 4 } as const;
  return setRooms(owner(), {
    id,
    rooms: units.map((unit) => ({ ...kept, id: unit.id, name: unit.name, sex: unit.name === room ? sex : unit.sex })),
  });
}

it("a room becomes one for women when no man lies in it; who lies there already and was corrected keeps no other room back", async () => {
  const { id } = await sellSeats(world, 9);
  const { bookingId, ids } = await family(world, id, ["female", "male"]);
  await rooms(world, id, "1208", "1301");
  await suggestBeds(owner(), { id, city: "makkah" });
  const { units } = await readRooms(owner(), { id });
  const [home, other] = units.toSorted((a, b) => b.taken.length - a.taken.length);
  expect(await refusal(reserve(id, home!.name, "female"))).toBe("unit_in_use");
  expect((await readRooms(owner(), { id })).units.map(({ sex }) => sex)).toEqual(["any", "any"]);

  await correct(bookingId, ids[1]!, "female");
  await reserve(id, home!.name, "female");
  await correct(bookingId, ids[1]!, "male");
  await reserve(id, other!.name, "male");
  expect(await saidOf(id)).toEqual({ [ids[0]!]: null, [ids[1]!]: "sex" });
});

it("nobody is taken back into a room that is for the other sex by now", async () => {
  const { id } = await sellSeats(world, 9);
  const { ids } = await family(world, id, ["male"]);
  await rooms(world, id, "1208", "1301");
  await suggestBeds(owner(), { id, city: "makkah" });
  const { units } = await readRooms(owner(), { id });
  const [home, other] = units.toSorted((a, b) => b.taken.length - a.taken.length);
  const there = { id, city: "makkah" as const, pilgrimId: ids[0]!, unitId: other!.id };
  await moveRoom(owner(), { ...there, reason: "Dekat lift" });
  await reserve(id, home!.name, "female");
  expect(await refusal(undoRooms(owner(), { id, city: "makkah" }))).toBe("unit_other_sex");
  await reserve(id, home!.name, "any");
  await undoRooms(owner(), { id, city: "makkah" });
  expect(await saidOf(id)).toEqual({ [ids[0]!]: null });
});
