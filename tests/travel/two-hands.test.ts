import { afterAll, beforeAll, expect, it } from "vitest";
import { setBuses, setRooms } from "@/lib/travel/commands/units";
import { readRooms, readSeats } from "@/lib/travel/queries/places";
import { sellSeats } from "../bookings/support";
import { as, newWorld, type World } from "../support/world";
import { buses, rooms } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(4);
});
afterAll(() => world.close());

const depart = async () => (await sellSeats(world, 8)).id;
const room = (name: string, city: "makkah" | "madinah" = "makkah") => {
  const roomType = "quad" as const;
  return { name, city, roomType, beds: 4 };
};
const roomsOf = async (id: string) =>
  (await readRooms(as(world.owner), { id })).units.map(({ leg, name }) => `${leg} ${name}`).toSorted();

it("two who add rooms and take some away on pages drawn before keep what the other added", async () => {
  const id = await depart();
  await rooms(world, id, "1101", "1102");
  const seen = (await readRooms(as(world.owner), { id })).units;
  await setRooms(as(world.admin), { id, drop: [], rooms: [room("1201"), room("301", "madinah")] });
  const [spare] = seen.filter(({ name }) => name === "1102");
  await setRooms(as(world.owner), { id, drop: [spare!.id], rooms: [room("1103")] });
  expect(await roomsOf(id)).toEqual(["madinah 301", "makkah 1101", "makkah 1103", "makkah 1201"]);
  await setRooms(as(world.admin), { id, drop: [spare!.id], rooms: [] });
  expect(await roomsOf(id), "what is gone already goes once").toHaveLength(4);

  const twice = setRooms(as(world.owner), { id, drop: [], rooms: [room("1201")] });
  await expect(twice).rejects.toMatchObject({ code: "unit_exists", details: { name: "1201" } });
  await setRooms(as(world.owner), { id, rooms: [room("1")] });
  expect(await roomsOf(id), "without a word of what goes, the list is all there is").toEqual(["makkah 1"]);
});

it("a bus that somebody else added meanwhile stays, too", async () => {
  const id = await depart();
  await buses(world, id, 45);
  await setBuses(as(world.admin), { id, drop: [], buses: [{ name: "2", seats: 30 }] });
  const names = (await readSeats(as(world.owner), { id })).units.map(({ name }) => name);
  expect(names).toEqual(["1", "2"]);
  const again = setBuses(as(world.owner), { id, drop: [], buses: [{ name: "2", seats: 20 }] });
  await expect(again).rejects.toMatchObject({ code: "unit_exists" });
});
