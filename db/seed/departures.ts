import { cancelBooking } from "@/lib/bookings/commands/cancel";
import { updatePilgrim } from "@/lib/bookings/commands/pilgrims";
import { placeBooking } from "@/lib/bookings/commands/place";
import { updateBooking } from "@/lib/bookings/commands/update";
import { joinWaitlist } from "@/lib/bookings/commands/waitlist";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { moneyIn } from "@/lib/kernel/amounts";
import { addMs, DAY, MINUTE } from "@/lib/kernel/clock";
import { createDeparture } from "@/lib/packages/commands/departures";
import { createPackage, updatePackage } from "@/lib/packages/commands/packages";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import type { Plan } from "./agencies";
import { type Desk, payByProof, seedProofs } from "./payments";
import { type Builder, house, personCall, type SeededPerson } from "./people";

type Inside = Builder & { agencyId: string };

/** What the demo's agencies sell; amounts in minor units. */
const OFFERS = {
  id: {
    name: "Umrah Akhir Tahun",
    city: "Jakarta",
    airline: "Saudia",
    quad: 3_450_000_000,
    deposit: 500_000_000,
    hotels: ["Dar Ajyad", "Taiba As-Salam"],
    inclusions: ["Visa umrah", "Tiket pulang pergi", "Hotel dan makan", "Pembimbing ibadah"],
    exclusions: ["Paspor", "Vaksin"],
    programme: [
      "Jakarta – Madinah",
      "Salam di Masjid Nabawi",
      "Ziarah kota",
      "Menuju Makkah, umrah",
      "Ibadah di Masjidil Haram",
      "Tawaf wada, pulang",
    ],
    more: [
      ...[{ name: "Umrah Plus Turki", category: "umrah_plus", city: "Surabaya", airline: "Turkish Airlines" } as const],
      ...[{ name: "Umrah Ramadhan Awal", category: "ramadhan", city: "Jakarta", airline: "Garuda Indonesia" } as const],
    ],
    flight: { number: "SV 817", from: "CGK", to: "MED" },
  },
  kk: {
    name: "Қысқы умра",
    city: "Алматы",
    airline: "SCAT",
    quad: 95_000_000,
    deposit: 20_000_000,
    hotels: ["Ажьяд", "Тайба"],
    inclusions: ["Виза", "Ұшақ билеті", "Қонақүй мен тамақ", "Жетекші"],
    exclusions: ["Паспорт", "Вакцина"],
    programme: [
      "Алматы – Мәдина",
      "Набауи мешіті",
      "Қала зияраты",
      "Меккеге шығу, умра",
      "Харам мешітінде",
      "Қоштасу тауафы, қайту",
    ],
    more: [{ name: "Рамазан умрасы", category: "ramadhan", city: "Астана", airline: "Air Astana" } as const],
    flight: { number: "DV 707", from: "ALA", to: "MED" },
  },
} as const;

type Other = Partial<Pick<Parameters<typeof createPackage>[1], "name" | "airline" | "category">> & { dearer?: number };
/** The agency's first package, or another one like it. */
async function seedPackage(build: Inside, plan: Plan, { dearer = 0, ...other }: Other = {}) {
  const offer = OFFERS[plan.locale];
  const system = house(build, build.agencyId, addMs(build.now, -90 * DAY));
  const [makkah, madinah] = offer.hotels;
  const money = moneyIn(plan.currency);
  const price = (
    roomType: "quad" | "triple" | "double",
    passengerType: "adult" | "child" | "infant",
    percent: number,
  ) => ({
    roomType,
    passengerType,
    amount: money((offer.quad / 100) * (percent + dearer)),
  });
  const made = await createPackage(system, {
    category: "umrah_regular",
    name: offer.name,
    days: 12,
    airline: offer.airline,
    inclusions: [...offer.inclusions],
    exclusions: [...offer.exclusions],
    hotels: [
      { city: "makkah", name: makkah, stars: 4, distanceM: 450, nights: 5 },
      { city: "madinah", name: madinah, stars: 4, distanceM: 200, nights: 4 },
    ],
    itinerary: offer.programme.map((title, i) => ({ day: i + 1, title, text: null })),
    prices: [
      ...[price("quad", "adult", 100), price("triple", "adult", 106), price("double", "adult", 112)],
      ...[price("quad", "child", 90), price("quad", "infant", 20)],
    ],
    depositAmount: money(offer.deposit),
    settlementDays: 30,
    ...other,
    cancellationTiers: [
      { daysBefore: 45, keptPercent: 5 },
      { daysBefore: 30, keptPercent: 10 },
      { daysBefore: 14, keptPercent: 50 },
    ],
  });
  await updatePackage(system, { id: made.id, published: true });
  return { id: made.id, city: offer.city };
}

/** A departure by its days from now; drafts stay drafts. */
async function addDeparture(
  build: Inside,
  plan: Plan,
  { id, city, flies = false }: { id: string; city: string; flies?: boolean },
  inDays: number,
  seats: number,
  open = true,
) {
  const { number, ...way } = OFFERS[plan.locale].flight;
  const early = house(build, build.agencyId, addMs(build.now, -80 * DAY));
  const startsAt = addMs(build.now, inDays * DAY);
  const made = await createDeparture(early, {
    id,
    city,
    timeZone: plan.timeZone,
    capacity: seats,
    startsAt: startsAt.toISOString(),
    endsAt: addMs(startsAt, 11 * DAY).toISOString(),
    flights: flies
      ? [
          {
            number,
            ...way,
            departsAt: startsAt.toISOString(),
            departsZone: plan.timeZone,
            arrivesAt: addMs(startsAt, 10 * 60 * MINUTE).toISOString(),
            arrivesZone: "Asia/Riyadh",
          },
        ]
      : [],
  });
  return open ? updateDeparture(early, { id: made.id, status: "open" }) : made;
}

type Wish = { who: SeededPerson; size: number; at: Date; paid: "none" | "deposit" | "all" | "draft" };
/** One family's way from the cart to where it stands. */
async function book(build: Inside & { desk: Desk }, departureId: string, { who, size, at, paid }: Wish) {
  const call = personCall(build, build.agencyId, who.userId, at, { roles: ["pilgrim"] });
  const pilgrims = Array.from({ length: size }, (_, i) => ({
    passengerType: "adult" as const,
    roomType: "quad" as const,
    isPayer: i === 0,
  }));
  const booked = await placeBooking(call, { departureId, pilgrims });
  if (paid === "draft") return booked;
  const { party, owed, deposit } = await readBooking(call, { id: booked.id });
  for (const [i, one] of party.entries())
    await updatePilgrim(call, {
      id: booked.id,
      pilgrimId: one.id,
      gender: i % 2 ? "male" : "female",
      birthDate: `19${60 + i}-0${1 + (i % 9)}-14`,
      passportName: `${booked.payerName.toUpperCase()} ${i > 0 ? "ABCDEFGH"[i] : ""}`.trim(),
    });
  await updateBooking(call, { id: booked.id, submit: true });
  const amount = paid === "all" ? owed.amount : paid === "deposit" ? deposit.amount : 0;
  if (amount > 0) await payByProof(build, build.desk, { who, bookingId: booked.id, at, amount });
  return booked;
}

/** A package with departures to come, one that is full with somebody waiting, a draft and a cancelled one. */
export async function seedDepartures(build: Inside & { desk: Desk }, plan: Plan, people: readonly SeededPerson[]) {
  const made = await seedPackage(build, plan);
  // A cart is held for half an hour, and the worker of a running house looks meanwhile.
  const at = (minutes: number) => addMs(build.now, -minutes * MINUTE);
  const soon = await addDeparture(build, plan, { ...made, flies: true }, 33, 45);
  const small = await addDeparture(build, plan, made, 52, 6);
  await addDeparture(build, plan, made, 95, 40, false);
  const gone = await addDeparture(build, plan, made, 70, 20);
  for (const [i, { city, ...other }] of OFFERS[plan.locale].more.entries()) {
    const { id } = await seedPackage(build, plan, { ...other, dearer: 15 + i * 14 });
    await addDeparture(build, plan, { id, city }, 46 + i * 36, 40);
  }
  const who = (i: number) => people[i % people.length]!;
  const stands = ["all", "deposit", "all", "none", "deposit", "all", "draft", "deposit"] as const;
  for (const [i, paid] of stands.entries())
    await book(build, soon.id, { who: who(i), size: 1 + (i % 4), at: at(paid === "draft" ? 0 : 2 + i), paid });
  const leaves = await book(build, soon.id, { who: who(9), size: 2, at: at(20), paid: "deposit" });
  await cancelBooking(personCall(build, build.agencyId, who(9).userId, at(1), { roles: ["pilgrim"] }), {
    id: leaves.id,
  });
  await book(build, small.id, { who: who(10), size: 4, at: at(9), paid: "all" });
  await book(build, small.id, { who: who(11), size: 2, at: at(5), paid: "deposit" });
  const waiting = personCall(build, build.agencyId, who(12).userId, at(1), { roles: ["pilgrim"] });
  await joinWaitlist(waiting, { id: small.id, seats: 2 });
  await updateDeparture(house(build, build.agencyId), { id: gone.id, status: "cancelled" });
  await seedProofs(build, build.desk, soon.id, people);
  return { package: made, soonId: soon.id };
}
