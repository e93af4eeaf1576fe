import readXlsx from "read-excel-file/node";
import { expect } from "vitest";
import { setPapers } from "@/lib/bookings/commands/pilgrims";
import { placeBooking } from "@/lib/bookings/commands/place";
import { updateBooking } from "@/lib/bookings/commands/update";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { setBuses, setRooms } from "@/lib/travel/commands/units";
import { readRooms, readSeats } from "@/lib/travel/queries/places";
import { pay, QUAD } from "../bookings/support";
import { as, type World } from "../support/world";

/** The cells of a workbook's only sheet, as whoever opens it finds them. */
export async function cellsOf(bytes: ArrayBuffer): Promise<unknown[][]> {
  const sheets = await readXlsx(Buffer.from(bytes));
  expect(sheets).toHaveLength(1);
  return (sheets[0] as unknown as { data: unknown[][] }).data;
}
/** A file of ours as it reaches the browser, opened. */
export const openSheet = async (answer: Response | null) => cellsOf(await answer!.arrayBuffer());

type Sex = "female" | "male";
let drawn = 0;
/** A grown-up with everything a manifest asks for. */
export const person = (gender: Sex, more: object = {}) => {
  drawn += 1;
  return {
    passengerType: "adult" as const,
    roomType: "quad" as const,
    isPayer: false,
    details: {
      passportName: `PILGRIM ${String(drawn).padStart(4, "0")}`,
      gender,
      birthDate: "1970-03-14",
      passportNumber: `C${1_000_000 + drawn}`,
      passportExpiresOn: "2035-01-01",
      nationality: "IDN",
      emergencyName: "Rudi",
      emergencyPhone: "+628119021177",
      ...more,
    },
  };
};

/** A family books at the desk and has paid. Returns the pilgrims' ids in their order. */
export async function family(world: World, departureId: string, sexes: readonly Sex[], paid = true, more: object = {}) {
  const owner = as(world.owner);
  const pilgrims = sexes.map((sex) => person(sex, more));
  const { id } = await placeBooking(owner, { departureId, payer: { name: "Hendra" }, pilgrims });
  const { party } = await readBooking(owner, { id });
  await updateBooking(owner, { id, submit: true });
  if (paid) await pay(world, id, QUAD * sexes.length);
  return { bookingId: id, ids: party.map((one) => one.id) };
}

export const rooms = (world: World, id: string, ...names: string[]) =>
  setRooms(as(world.owner), {
    id,
    rooms: names.map((name) => {
      const [number = "", city = "makkah", sex = "any"] = name.split(" ");
      return { name: number, city: city as "makkah", sex: sex as "any", roomType: "quad" as const, beds: 4 };
    }),
  });
export const buses = (world: World, id: string, ...sizes: number[]) =>
  setBuses(as(world.owner), { id, buses: sizes.map((seats, i) => ({ name: String(i + 1), seats })) });

/** Who is in which room, by the room's number. */
export async function whoIsWhere(world: World, id: string, kind: "rooms" | "seats" = "rooms") {
  const { units } = await (kind === "rooms" ? readRooms : readSeats)(as(world.owner), { id });
  return Object.fromEntries(units.map(({ leg, name, taken }) => [`${leg} ${name}`, taken.map((one) => one.pilgrimId)]));
}

const PAPERS = ["passport", "photo", "visa", "vaccine"] as const;
/** All papers of a booking are seen and good. */
export async function acceptPapers(world: World, bookingId: string, ids: readonly string[]) {
  const seen = { status: "accepted" as const, expiresOn: null, note: null };
  for (const kind of PAPERS) await setPapers(as(world.owner), { id: bookingId, pilgrimIds: [...ids], kind, ...seen });
}
