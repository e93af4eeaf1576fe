import { setPapers } from "@/lib/bookings/commands/pilgrims";
import { placeBooking } from "@/lib/bookings/commands/place";
import { updateBooking } from "@/lib/bookings/commands/update";
import { readBooking } from "@/lib/bookings/queries/bookings";
import type { Call } from "@/lib/kernel/call";
import { addMs, DAY, MINUTE } from "@/lib/kernel/clock";
import { createDeparture } from "@/lib/packages/commands/departures";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { freezeManifest } from "@/lib/travel/commands/manifest";
import { markReady } from "@/lib/travel/commands/marks";
import { moveSeat, suggestBeds, suggestPlaces } from "@/lib/travel/commands/places";
import { setRules, setTripRules, waiveItem } from "@/lib/travel/commands/rules";
import { setBuses, setRooms } from "@/lib/travel/commands/units";
import { listReadiness } from "@/lib/travel/queries/readiness";
import type { Plan } from "./agencies";
import { type Desk, payByBank } from "./payments";
import { type Builder, house, personCall, type SeededPerson } from "./people";
import type { SeededGroup } from "./travellers";

type Inside = Builder & { agencyId: string };
/** What is for sale already. */
export type Sold = { package: { id: string; city: string }; soonId: string };

/** Names as passports have them, and codes of nationality. */
const PASSPORTS: Record<string, { women: string[]; men: string[]; nationality: string; letter: string }> = {
  id: {
    women: ["SITI RAHMAWATI", "ENDANG LESTARI", "RINA WIJAYA", "NURUL HIDAYAT", "DEWI ANGGRAINI", "MARLINA TANJUNG"],
    men: ["HENDRA WIJAYA", "YUSUF MAULANA", "FAJAR NUGROHO", "AGUS SALIM", "BAMBANG SUTRISNO", "RIDWAN HAKIM"],
    nationality: "IDN",
    letter: "C",
  },
  kk: {
    women: [
      "AIGUL NURLANKYZY",
      "SAULE AKHMETOVA",
      "ZHANNA BEKOVA",
      "DINARA SERIKOVA",
      "GULNARA OMAROVA",
      "ASEL TULEGEN",
    ],
    men: ["NURLAN AKHMETOV", "SERIK BEKOV", "DAUREN OMAROV", "YERLAN TULEGEN", "MARAT ISKAKOV", "KANAT SADYKOV"],
    nationality: "KAZ",
    letter: "N",
  },
};

/** Somebody with everything a manifest asks for, another one for each number. */
function traveller({ locale }: Plan, n: number, isPayer: boolean) {
  const { women, men, nationality, letter } = PASSPORTS[locale]!;
  const isWoman = n % 2 === 1;
  const names = isWoman ? women : men;
  return {
    passengerType: "adult" as const,
    roomType: "quad" as const,
    isPayer,
    details: {
      passportName: `${names[Math.floor(n / 2) % names.length]}${n >= 12 ? ` ${String.fromCharCode(65 + (n % 26))}` : ""}`,
      gender: isWoman ? ("female" as const) : ("male" as const),
      nationality,
      birthDate: `${1950 + ((n * 7) % 45)}-0${1 + (n % 9)}-1${n % 9}`,
      passportNumber: `${letter}${7_719_031 + n}`,
      passportExpiresOn: `203${1 + (n % 4)}-08-14`,
      emergencyName: "Rudi",
      emergencyPhone: "+628119021177",
      ...(n % 11 === 4 && { healthNotes: "Kursi roda" }),
    },
  };
}

/** Families of three that booked and paid everything, week after week. */
async function fill(build: Inside, plan: Plan, desk: Desk, departureId: string, payers: readonly SeededPerson[]) {
  for (const [i, who] of payers.entries()) {
    const daysAgo = 4 + ((i * 11) % 45);
    const at = addMs(build.now, -daysAgo * DAY - i * MINUTE);
    const call = personCall(build, build.agencyId, who.userId, at, { roles: ["pilgrim"] });
    const pilgrims = [0, 1, 2].map((k) => traveller(plan, i * 3 + k, k === 0));
    const { id, owed } = await placeBooking(call, { departureId, pilgrims });
    await updateBooking(call, { id, submit: true });
    await payByBank(build, desk, { who, bookingId: id, at, amount: owed.amount, daysAgo });
  }
}

const PAPERS = ["passport", "photo", "visa", "vaccine"] as const;
/** Papers of these bookings are seen; `without` leaves one of them open here and there. */
async function acceptPapers(call: Call, bookingIds: readonly string[], without?: (typeof PAPERS)[number]) {
  for (const [i, id] of [...new Set(bookingIds)].entries()) {
    const { party } = await readBooking(call, { id });
    const pilgrimIds = party.filter(({ state }) => state === "active").map((one) => one.id);
    const seen = PAPERS.filter((kind) => kind !== without || i % 2 === 1);
    for (const kind of seen)
      await setPapers(call, { id, pilgrimIds, kind, status: "accepted", expiresOn: null, note: null });
  }
}

const rowOf = (from: number, count: number, city: "makkah" | "madinah") =>
  Array.from({ length: count }, (_, i) => ({
    city,
    name: String(from + i),
    roomType: "quad" as const,
    beds: 4,
  }));
/** Rooms in both cities and a bus, dealt out. */
async function dealOut(call: Call, id: string, rooms: number) {
  await setRooms(call, { id, rooms: [...rowOf(1104, rooms, "makkah"), ...rowOf(204, rooms, "madinah")] });
  await setBuses(call, { id, buses: [{ name: "4", seats: 45 }] });
  for (const city of ["makkah", "madinah"] as const) await suggestBeds(call, { id, city });
}

/** A trip whose people have everything: its manifest is frozen, and then it goes. */
async function sendOff(
  build: Inside,
  plan: Plan,
  desk: Call,
  trip: { sold: Sold; payers: SeededPerson[]; groupId?: string; startsIn: number; desk: Desk },
) {
  const { sold, payers, groupId, startsIn } = trip;
  const early = house(build, build.agencyId, addMs(build.now, -80 * DAY));
  const ahead = addMs(build.now, 30 * DAY);
  const made = await createDeparture(early, {
    id: sold.package.id,
    city: sold.package.city,
    timeZone: plan.timeZone,
    capacity: 45,
    groupId: groupId ?? null,
    startsAt: ahead.toISOString(),
    endsAt: addMs(ahead, 11 * DAY).toISOString(),
  });
  const { id } = await updateDeparture(early, { id: made.id, status: "open" });
  await fill(build, plan, trip.desk, id, payers);
  const { data } = await listReadiness(desk, { id, limit: 100 });
  await acceptPapers(
    desk,
    data.map(({ bookingId }) => bookingId),
  );
  const pilgrimIds = data.map((row) => row.id);
  for (const item of ["kit", "manasik"] as const) await markReady(desk, { id, item, pilgrimIds, done: true });
  await dealOut(desk, id, Math.ceil((payers.length * 3) / 3));
  await suggestPlaces(desk, { id });
  await freezeManifest(desk, { id });
  const startsAt = addMs(build.now, startsIn * DAY);
  const dates = { startsAt: startsAt.toISOString(), endsAt: addMs(startsAt, 11 * DAY).toISOString() };
  await updateDeparture(early, { id, ...dates, status: "departed" });
  return id;
}

/** One trip on the road, one that is home again, and the next one half prepared. */
export async function seedPreparation(
  build: Inside,
  plan: Plan,
  groups: readonly SeededGroup[],
  staff: Desk,
  sold: Sold,
) {
  const desk = personCall(build, build.agencyId, staff.admin.userId, build.now, { roles: ["admin"] });
  const [running] = groups;
  const home = groups.at(-1);
  if (!running || !home) return;
  const onTheRoad = {
    sold,
    desk: staff,
    payers: running.pilgrims.slice(0, 8),
    groupId: running.group.id,
    startsIn: -4,
  };
  await sendOff(build, plan, desk, onTheRoad);
  const over = { sold, desk: staff, payers: home.pilgrims.slice(0, 3), groupId: home.group.id, startsIn: -40 };
  const overId = await sendOff(build, plan, desk, over);
  await updateDeparture(house(build, build.agencyId), { id: overId, status: "completed" });
  await prepareNext(desk, sold.soonId);
  await setDeadlines(desk, sold.soonId);
}

/** The agency asks for vaccines earlier than is usual; the next trip gets its visas late, and one pilgrim needs none. */
async function setDeadlines(desk: Call, id: string) {
  await setRules(desk, { items: [{ item: "vaccine", daysBefore: 30, blocks: true }] });
  const items = [{ item: "visa" as const, daysBefore: 7, blocks: true }];
  await setTripRules(desk, { id, items, reason: "Visa rombongan keluar sepekan sebelum berangkat" });
  const { data } = await listReadiness(desk, { id, item: "visa", limit: 1 });
  const pilgrimIds = data.map((row) => row.id);
  if (pilgrimIds.length === 0) return;
  await waiveItem(desk, { id, item: "visa", pilgrimIds, waived: true, reason: "Pemegang iqamah, tidak perlu visa" });
}

async function prepareNext(desk: Call, id: string) {
  const { data } = await listReadiness(desk, { id, limit: 100 });
  await acceptPapers(
    desk,
    data.map(({ bookingId }) => bookingId),
    "visa",
  );
  await markReady(desk, { id, item: "kit", pilgrimIds: data.slice(0, 6).map((row) => row.id), done: true });
  await dealOut(desk, id, 7);
  const { data: after } = await listReadiness(desk, { id, limit: 1 });
  const first = after[0];
  if (!first) return;
  const { units } = await suggestPlaces(desk, { id });
  const bus = units[0];
  if (bus) await moveSeat(desk, { id, pilgrimId: first.id, unitId: bus.id, number: 44, reason: "Lutut, dekat pintu" });
}
