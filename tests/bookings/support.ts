import { sql } from "drizzle-orm";
import type { z } from "zod";
import { updatePilgrim } from "@/lib/bookings/commands/pilgrims";
import { placeBooking } from "@/lib/bookings/commands/place";
import { settle } from "@/lib/bookings/commands/settle";
import { updateBooking } from "@/lib/bookings/commands/update";
import type { Booking, PlaceBooking } from "@/lib/bookings/contract/booking";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { moneyIn } from "@/lib/kernel/amounts";
import type { Call } from "@/lib/kernel/call";
import { createDeparture } from "@/lib/packages/commands/departures";
import { createPackage, updatePackage } from "@/lib/packages/commands/packages";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import type { CreateDeparture } from "@/lib/packages/contract/departure";
import { readDeparture } from "@/lib/packages/queries/departures";
import { systemCall, takenByClaims } from "../inventory/support";
import { as, NOON, type Somebody, type World } from "../support/world";

export const QUAD = 3_450_000_000;
export const DOUBLE = 3_850_000_000;
export const DEPOSIT = 500_000_000;
/** As answers have it. */
export const idr = moneyIn("IDR");
const DAY = 86_400_000;
export const days = (n: number, from = NOON) => new Date(from.getTime() + n * DAY);

const TIERS = [
  { daysBefore: 45, keptPercent: 5 },
  { daysBefore: 30, keptPercent: 10 },
  { daysBefore: 14, keptPercent: 50 },
];
const price = (roomType: "quad" | "double", passengerType: "adult" | "child" | "infant", amount: number) => ({
  roomType,
  passengerType,
  amount: idr(amount),
});
export const PRICES = [
  price("quad", "adult", QUAD),
  price("double", "adult", DOUBLE),
  price("quad", "child", 3_000_000_000),
  price("quad", "infant", 700_000_000),
];

/** A published package of the agency, which counts in this currency. */
export const sellPackage = async (world: World, call = as(world.owner), currency = "IDR") => {
  const made = await createPackage(call, {
    category: "umrah_regular",
    name: "Umrah Akhir Tahun",
    days: 12,
    prices: PRICES.map((one) => ({ ...one, amount: { ...one.amount, currency } })),
    depositAmount: { amount: DEPOSIT, currency },
    settlementDays: 30,
    cancellationTiers: TIERS,
  });
  return updatePackage(call, { id: made.id, published: true });
};

/** An open departure with so many seats, leaving in 40 days. */
export async function sellSeats(
  world: World,
  capacity: number,
  more: Partial<z.input<typeof CreateDeparture>> = {},
  call: Call = as(world.owner),
) {
  const { id } = more.id ? { id: more.id } : await sellPackage(world, call);
  const made = await createDeparture(call, {
    city: "Jakarta",
    startsAt: days(40).toISOString(),
    endsAt: days(51).toISOString(),
    timeZone: "Asia/Jakarta",
    capacity,
    ...more,
    id,
  });
  return updateDeparture(call, { id: made.id, status: "open" });
}

export const adults = (count: number, roomType: "quad" | "double" = "quad"): z.input<typeof PlaceBooking>["pilgrims"] =>
  Array.from({ length: count }, (_, i) => ({ passengerType: "adult" as const, roomType, isPayer: i === 0 }));

export const book = (call: Call, departureId: string, pilgrims = adults(1)) =>
  placeBooking(call, { departureId, pilgrims });

/** Fills in whoever is in it and asks for time to pay. */
export async function submit(call: Call, id: string): Promise<Booking> {
  const { party } = await readBooking(call, { id });
  for (const one of party)
    await updatePilgrim(call, {
      id,
      pilgrimId: one.id,
      passportName: "SITI AMINAH",
      gender: "female",
      birthDate:
        one.passengerType === "adult" ? "1968-03-14" : one.passengerType === "child" ? "2019-05-01" : "2026-01-02",
      ...(one.passengerType !== "adult" && { guardianId: party[0]!.id }),
    });
  return updateBooking(call, { id, submit: true });
}

export const pay = (world: World, id: string, paid: number, now = NOON) =>
  settle(systemCall(world, world.agency.id, now), { id, paid });

export const seatsOf = async (world: World, id: string) => (await readDeparture(as(world.owner), { id })).seats;

/** What bookings, claims and the pool each say is taken: they must agree. */
export async function reckon(world: World, departureId: string) {
  const call = as(world.owner);
  const rows = await call.transact("agency", true, (tx) =>
    tx.execute<{ state: string; n: number; pool: string }>(sql`
      select case when b.status in ('draft', 'pending_payment') then 'held' else 'sold' end as state,
        count(*)::int as n, min(d.pool_id::text) as pool
      from booking_pilgrims p join bookings b on b.agency_id = p.agency_id and b.id = p.booking_id
      join departures d on d.id = b.departure_id
      where b.departure_id = ${departureId} and p.state = 'active' and p.passenger_type <> 'infant'
        and b.status in ('draft', 'pending_payment', 'partially_paid', 'paid', 'completed') group by 1`),
  );
  const offered = await call.transact("agency", true, (tx) =>
    tx.execute<{ n: number; pool: string }>(sql`
      select coalesce((select sum(seats) from waitlist_entries where departure_id = ${departureId}
        and status = 'offered'), 0)::int as n, pool_id::text as pool from departures where id = ${departureId}`),
  );
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
  const { held, sold } = await seatsOf(world, departureId);
  return {
    byBookings: { held: of("held") + (offered[0]?.n ?? 0), sold: of("sold") },
    byClaims: await takenByClaims(call, offered[0]!.pool),
    byPool: { held, sold },
  };
}

/** A call by this person alone in its transaction. */
export const alone = (call: Call, key: string): Call => ({
  ...call,
  once: { key, bodyHash: "x", encode: (result) => result },
});
export const at = (who: Somebody, now: Date) => as(who, {}, now);
