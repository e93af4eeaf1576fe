import { sql } from "drizzle-orm";
import { keepPositionDays } from "@/db/partitions";
import { branches } from "@/db/schema/agencies";
import { refreshTokens, sessions, users } from "@/db/schema/identity";
import { fenced } from "@/db/tx";
import { joinGroup } from "@/lib/groups/commands/join-group";
import { setSharing } from "@/lib/groups/commands/set-sharing";
import { hashPassword } from "@/lib/identity/commands/passwords";
import { makeSuperAdmin } from "@/lib/identity/commands/super-admin";
import { claim, openPool } from "@/lib/inventory/commands";
import type { Actor, Person } from "@/lib/kernel/actor";
import type { Call } from "@/lib/kernel/call";
import { hashToken } from "@/lib/kernel/hash-token";
import { newId } from "@/lib/kernel/ids";
import { keepLetter } from "@/lib/notices/commands/letters";
import type { Letter } from "@/lib/notices/contract";
import { importMapPack } from "@/lib/tracking/commands/map-packs";
import { sendPositions } from "@/lib/tracking/commands/send-positions";
import { issueTracker } from "@/lib/tracking/commands/trackers";
import { openCall } from "@/server/doors/call";
import { openGroup, put } from "../groups/support";
import { inWork, systemCall } from "../inventory/support";
import { actorOf, addPerson, as, NOON, newWorld, type Somebody, type World } from "../support/world";

export const PASSWORD = "a long walk to Makkah";
export const PACK = {
  name: "Makkah",
  credit: "© OpenStreetMap contributors",
  content: {
    type: "FeatureCollection" as const,
    features: [
      {
        type: "Feature" as const,
        geometry: { type: "Point" as const, coordinates: [39.8262, 21.4225] },
        properties: null,
      },
    ],
  },
};

/** Everybody who may stand at a door. `stranger` is the rival's owner in our agency, where they have no role. */
export const CAST = [
  "owner",
  "admin",
  "manager",
  "otherManager",
  "operator",
  "viewer",
  "provider",
  "leader",
  "helper",
  "otherLeader",
  "pilgrim",
  "companion",
  "otherPilgrim",
  "superAdmin",
  "stranger",
  "rivalOwner",
  "guest",
  "key",
  "nobody",
  "house",
] as const;
export type Role = (typeof CAST)[number];

async function addBranch(world: World): Promise<string> {
  const id = newId();
  const row = { id, agencyId: world.agency.id, name: "Timur", city: "Surabaya", timeZone: "Asia/Jakarta" };
  await as(world.owner).transact("agency", false, (tx) => tx.insert(branches).values(row));
  return id;
}

async function addPeople(world: World, branchId: string) {
  const { house, agency } = world;
  return {
    otherManager: await addPerson(house, { ...agency, branchId }, "Mira Manager", ["manager"], true),
    operator: await addPerson(house, agency, "Opik Operator", ["operator"], true),
    provider: await addPerson(house, agency, "Putri Provider", ["provider"]),
    helper: await addPerson(house, agency, "Hadi Helper", ["pilgrim"]),
    companion: await addPerson(house, agency, "Citra Companion", ["pilgrim"]),
    asker: await addPerson(house, agency, "Anwar Asker", ["pilgrim"]),
    newcomer: await addPerson(house, agency, "Nia Newcomer", ["pilgrim"]),
  };
}

/** A device of the pilgrim's with its refresh token, and a password. */
async function addLogin(world: World) {
  const [sid, refreshToken] = [newId(), "M4nC0p5lE0b6Yw2x8Z1kq7dJ3hT9uVfRgSaXcQeWyUI"];
  const { userId } = world.pilgrim;
  const until = new Date(NOON.getTime() + 86_400_000);
  const passwordHash = await hashPassword(PASSWORD);
  await fenced(world.house.database, "qafila_platform", null, false, async (tx) => {
    await tx.insert(sessions).values({ id: sid, userId, kind: "api", createdAt: NOON, seenAt: NOON, expiresAt: until });
    await tx
      .insert(refreshTokens)
      .values({ id: newId(), sessionId: sid, tokenHash: hashToken(refreshToken), createdAt: NOON, expiresAt: until });
    await tx.update(users).set({ passwordHash, username: "siti" }).where(sql`id = ${userId}`);
  });
  return { sid, refreshToken };
}

/** Something of every kind, in one agency with two branches and two groups, beside a rival. */
export async function openStage() {
  const world = await newWorld(10);
  await keepPositionDays(world.house.database.ownerUrl, NOON);
  const otherBranch = await addBranch(world);
  const people = await addPeople(world, otherBranch);
  const group = await openGroup(world, { branchId: world.agency.branchId, needsApproval: true, capacity: 20 });
  const other = await openGroup(world, { branchId: otherBranch, number: 5 });
  await put(world, group.id, world.leader, "leader");
  await put(world, group.id, people.helper, "helper");
  for (const who of [world.pilgrim, people.companion]) await put(world, group.id, who);
  await put(world, other.id, world.otherLeader, "leader");
  await put(world, other.id, world.otherPilgrim);
  const joinCode = group.joinCode ?? "";
  await joinGroup(as(people.asker), { code: joinCode });
  const inGroup = { groups: [group.id] };
  await setSharing(as(world.pilgrim, inGroup), { groupId: group.id, state: "on" });
  await sendPositions(as(world.pilgrim, inGroup), {
    positions: [{ id: newId(), at: NOON.toISOString(), lat: 21.42, lng: 39.82 }],
  });
  await importMapPack(as(world.owner), PACK);
  const letter: Letter = { channel: "mail", to: "siti@example.com", body: "", locale: "id", dedupeKey: "stage" };
  await keepLetter(systemCall(world), letter);
  const claims = await inWork(systemCall(world), async (work) => {
    const poolId = await openPool(work, { kind: "test", capacity: 5 });
    return claim(work, [{ poolId, quantity: 1, holder: "stage" }], "held");
  });
  return {
    world: { ...world, ...people },
    ...(await addLogin(world)),
    group,
    other,
    joinCode,
    letter,
    claimId: JSON.stringify(claims).match(/[0-9a-f-]{36}/)?.[0] ?? newId(),
    owntracks: await issueTracker(as(world.pilgrim), { kind: "owntracks", name: "Old phone" }),
    osmand: await issueTracker(as(world.pilgrim), { kind: "osmand", name: "Older phone" }),
    link: await makeSuperAdmin(
      openCall({ actor: { kind: "system", task: "stage" }, agencyId: null, via: "task", now: NOON }),
      { email: "root@example.com" },
    ),
    close: world.close,
  };
}
export type Stage = Awaited<ReturnType<typeof openStage>>;

/** The call that a door would open for each of the cast. */
export function callOf({ world, group, other, sid }: Stage, role: Role): Call {
  const agencyId = world.agency.id;
  const open = (actor: Actor) => openCall({ actor, agencyId, via: "http", now: NOON });
  const mine = { groups: [group.id] };
  const more: Partial<Record<Role, Partial<Person>>> = {
    leader: { ...mine, leads: [group.id] },
    helper: { ...mine, leads: [group.id] },
    pilgrim: { ...mine, sessionId: sid },
    companion: mine,
    otherLeader: { groups: [other.id], leads: [other.id] },
    otherPilgrim: { groups: [other.id] },
  };
  switch (role) {
    case "superAdmin":
      return open({ ...actorOf({ ...world.newcomer, roles: [] }), superAdmin: true });
    case "stranger":
      return open(actorOf({ ...world.rivalOwner, roles: [] }));
    case "guest":
      return open({ kind: "guest", phone: "+628123456789" });
    case "key":
      return open({ kind: "key", keyId: newId(), scopes: ["everything"] });
    case "nobody":
      return open({ kind: "nobody" });
    case "house":
      return open({ kind: "system", task: "test" });
    default:
      return as(world[role] as Somebody, more[role]);
  }
}
