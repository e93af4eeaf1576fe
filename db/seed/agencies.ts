import type { z } from "zod";
import { openBranch, updateBranch } from "@/lib/agencies/commands/branches";
import { foundAgency } from "@/lib/agencies/commands/found";
import { enrol } from "@/lib/agencies/commands/members";
import { updateAgency } from "@/lib/agencies/commands/settings";
import type { CreateBranch } from "@/lib/agencies/contract/branch";
import { createGroup } from "@/lib/groups/commands/create-group";
import { addMember } from "@/lib/groups/commands/members";
import type { Role } from "@/lib/kernel/actor";
import { addMs, DAY } from "@/lib/kernel/clock";
import { rollUp } from "@/lib/reports/commands";
import { findSite } from "@/lib/sites/contract";
import type { DemoLogin } from "./demo";
import { seedDepartures } from "./departures";
import { AQ_JOL_CAST, type Cast, NURANI_CAST } from "./names";
import { seedBank } from "./payments";
import { addPerson, type Builder, house, personCall, type SeededPerson } from "./people";
import { seedPreparation } from "./preparation";
import { seedSavings } from "./savings";
import { seedShop } from "./shop";
import { seedTalk } from "./talk";
import { fillGroup, pastOf, type SeededGroup } from "./travellers";

type Branch = Pick<z.input<typeof CreateBranch>, "name" | "city" | "timeZone" | "address" | "place" | "hours">;
/** A trip by its days from now; `size` pilgrims travel in it. */
export type Trip = {
  number: number;
  name: string;
  from: number;
  to: number;
  size: number;
  siteId: string;
  label: string;
};
export type Plan = {
  slug: string;
  name: string;
  country: string;
  currency: string;
  timeZone: string;
  locale: "id" | "kk";
  hotline: string;
  /** Nobody's: it says so itself. */
  licenceNumber: string;
  phones: string;
  /** White words stand on it. */
  colour: string;
  branches: readonly [Branch, Branch];
  cast: Cast;
  trips: readonly Trip[];
};

const DAY_HOURS = { from: "08:00", to: "17:00" };
const HOURS = [...Array.from({ length: 5 }, () => DAY_HOURS), { from: "08:00", to: "13:00" }, null];

const GATE = { siteId: "gate_king_abdulaziz_1" };
const NABAWI = { siteId: "gate_salam_1" };

export const PLANS: readonly Plan[] = [
  {
    slug: "nurani",
    name: "Nurani Wisata",
    country: "ID",
    currency: "IDR",
    timeZone: "Asia/Jakarta",
    locale: "id",
    hotline: "+628110000001",
    licenceNumber: "PPIU U-000 (demo)",
    phones: "+62811000",
    colour: "#0b5c6b",
    branches: [
      {
        name: "Jakarta Pusat",
        city: "Jakarta",
        timeZone: "Asia/Jakarta",
        hours: HOURS,
        address: "Jl. Kramat Raya 41\nSenen, Jakarta Pusat 10450",
        place: { lat: -6.1862, lng: 106.8456 },
      },
      {
        name: "Surabaya",
        city: "Surabaya",
        timeZone: "Asia/Jakarta",
        hours: HOURS,
        address: "Jl. Raya Darmo 68\nWonokromo, Surabaya 60241",
        place: { lat: -7.2871, lng: 112.7391 },
      },
    ],
    cast: NURANI_CAST,
    trips: [
      { number: 4, name: "Umrah Akhir Musim", from: -4, to: 5, size: 42, ...GATE, label: "Gerbang King Abdulaziz (1)" },
      { number: 11, name: "Umrah Plus Madinah", from: -2, to: 8, size: 14, ...NABAWI, label: "Gerbang As-Salam (1)" },
      {
        number: 18,
        name: "Umrah Awal Tahun",
        from: 21,
        to: 31,
        size: 16,
        ...GATE,
        label: "Gerbang King Abdulaziz (1)",
      },
      { number: 2, name: "Umrah Keluarga", from: -40, to: -30, size: 8, ...GATE, label: "Gerbang King Abdulaziz (1)" },
    ],
  },
  {
    slug: "aqjol",
    name: "Aq Jol Travel",
    country: "KZ",
    currency: "KZT",
    timeZone: "Asia/Almaty",
    locale: "kk",
    hotline: "+77000000001",
    licenceNumber: "ҚМДБ 000 (demo)",
    phones: "+770000",
    colour: "#7a3b12",
    branches: [
      {
        name: "Алматы кеңсесі",
        city: "Алматы",
        timeZone: "Asia/Almaty",
        hours: HOURS,
        address: "Абай даңғылы, 52\nАлматы 050008",
        place: { lat: 43.2389, lng: 76.9106 },
      },
      {
        name: "Шымкент кеңсесі",
        city: "Шымкент",
        timeZone: "Asia/Almaty",
        hours: HOURS,
        address: "Тәуке хан даңғылы, 29\nШымкент 160011",
        place: { lat: 42.3174, lng: 69.5963 },
      },
    ],
    cast: AQ_JOL_CAST,
    trips: [
      { number: 7, name: "Күзгі умра", from: -3, to: 7, size: 22, ...GATE, label: "Король Абдулазиз қақпасы (1)" },
      { number: 13, name: "Қысқы умра", from: 18, to: 28, size: 16, ...GATE, label: "Король Абдулазиз қақпасы (1)" },
      { number: 3, name: "Отбасылық умра", from: -50, to: -41, size: 10, ...NABAWI, label: "Ас-Салам қақпасы (1)" },
    ],
  },
];

type Staff = { personName: string; role: Role; branchId?: string };

/** One agency with its branches, staff, groups and trade. Returns everybody's way in, whoever is best shown first of each role. */
export async function seedAgency(build: Builder, plan: Plan): Promise<DemoLogin[]> {
  const { inside, owner, branches, people } = await seedStaff(build, plan);
  const leaders = people.filter(({ role }) => role === "leader");
  const admin = people.find(({ role }) => role === "admin")!;
  const desk = { owner, admin };
  await seedBank(inside, desk, plan.name, plan.currency);
  const groups = await seedGroups(inside, plan, branches, leaders);
  const travellers = groups.flatMap((group) => group.pilgrims);
  const sold = await seedDepartures({ ...inside, desk }, plan, travellers);
  await seedPreparation(inside, plan, groups, desk, sold);
  await seedSavings(inside, admin, travellers, plan.currency);
  await seedShop(inside, plan.locale, desk, travellers);
  // The hour's round comes later than the first look at the platform's figures.
  await rollUp(house(inside, inside.agencyId), {});
  const pilgrims = travellers.map((one) => ({ ...one, role: "pilgrim" as const }));
  return [{ ...owner, role: "owner" as const }, ...people, ...pilgrims].map(({ role, username, password }) => ({
    agency: plan.name,
    role,
    identifier: username,
    password,
    path: pathOf(build.slug, role),
  }));
}

/** An agency with its owner, two branches and who works there. */
export async function seedStaff(build: Builder, plan: Plan) {
  const { cast } = plan;
  const owner = await addPerson(build, { personName: cast.owner, username: `${build.slug}.owner` });
  const { name, country, currency, timeZone, locale, hotline, licenceNumber } = plan;
  const { id: agencyId } = await foundAgency(house(build, null), {
    slug: build.slug,
    name,
    country,
    currency,
    timeZone,
    locale,
    hotline,
    licenceNumber,
    ownerId: owner.userId,
  });
  const inside = { ...build, agencyId };
  const system = house(inside, agencyId);
  const branches = [await openBranch(system, plan.branches[0]), await openBranch(system, plan.branches[1])] as const;
  const staff: Staff[] = [
    { personName: cast.admin, role: "admin" },
    ...cast.managers.map((personName, i) => ({ personName, role: "manager" as const, branchId: branches[i]!.id })),
    ...cast.leaders.map((personName) => ({ personName, role: "leader" as const })),
  ];
  const people = await Promise.all(staff.map((one, i) => addStaff(inside, one, i)));
  const asOwner = personCall(inside, agencyId, owner.userId, build.now, { roles: ["owner"] });
  await updateAgency(asOwner, { brandColour: plan.colour });
  for (const [i, { userId }] of people.filter(({ role }) => role === "manager").entries())
    await updateBranch(asOwner, { id: branches[i]!.id, managerId: userId });
  return { inside, owner, branches, people };
}

const pathOf = (slug: string, role: Role) =>
  `/a/${slug}/${role === "leader" ? "lead" : role === "pilgrim" ? "my" : "office"}`;

async function addStaff(build: Builder & { agencyId: string }, { personName, role, branchId }: Staff, index: number) {
  const username = `${build.slug}.${role}${role === "admin" ? "" : role === "manager" ? index : index - 2}`;
  const person = await addPerson(build, { personName, username });
  await enrol(house(build, build.agencyId), { userId: person.userId, roles: [role], branchId: branchId ?? null });
  return { ...person, role };
}

/** The trips in order, the pilgrims dealt out among them, a leader for each. */
async function seedGroups(
  build: Builder & { agencyId: string },
  plan: Plan,
  branches: readonly { id: string }[],
  leaders: SeededPerson[],
): Promise<SeededGroup[]> {
  const groups: SeededGroup[] = [];
  let dealt = 0;
  for (const [i, trip] of plan.trips.entries()) {
    const site = findSite(trip.siteId)!;
    const [startsAt, endsAt] = [addMs(build.now, trip.from * DAY), addMs(build.now, trip.to * DAY)];
    const early = house(build, build.agencyId, pastOf(addMs(startsAt, -20 * DAY), addMs(build.now, -20 * DAY)));
    const group = await createGroup(early, {
      number: trip.number,
      name: trip.name,
      branchId: branches[i % branches.length]!.id,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      timeZone: "Asia/Riyadh",
      capacity: trip.size + 3,
      meetingPoint: { lat: site.lat, lng: site.lng, label: trip.label },
    });
    const leader = leaders[i % leaders.length]!;
    await addMember(early, { groupId: group.id, userId: leader.userId, role: "leader" });
    const names = plan.cast.pilgrims.slice(dealt, dealt + trip.size);
    const filled = await fillGroup(build, group, leader, names, dealt);
    await seedTalk(build, plan.slug, filled);
    groups.push(filled);
    dealt += trip.size;
  }
  return groups;
}
