import { eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { makePositionDays } from "@/db/partitions";
import { branches } from "@/db/schema/agencies";
import { oneTimeCodes, refreshTokens, sessions, users } from "@/db/schema/identity";
import { fenced, type Tx } from "@/db/tx";
import { takeAccess } from "@/lib/agencies/commands/access";
import { openBranch } from "@/lib/agencies/commands/branches";
import { setLogo } from "@/lib/agencies/commands/logo";
import { approvePermission, askPermission } from "@/lib/agencies/commands/requests";
import { addBankAccount } from "@/lib/agencies/commands/settings";
import type { Permission } from "@/lib/agencies/contract/requests";
import { uploadPhoto } from "@/lib/chat/commands/photos";
import { sendMessage } from "@/lib/chat/commands/send-message";
import { joinGroup } from "@/lib/groups/commands/join-group";
import { setSharing } from "@/lib/groups/commands/set-sharing";
import { setAvatar } from "@/lib/identity/commands/avatar";
import { changeContact } from "@/lib/identity/commands/change-contact";
import { forgotPassword } from "@/lib/identity/commands/change-password";
import { requestCode } from "@/lib/identity/commands/codes";
import { sendContactCode } from "@/lib/identity/commands/contacts";
import { requestGuestCode } from "@/lib/identity/commands/guests";
import { handOver } from "@/lib/identity/commands/hand-over";
import { hashPassword } from "@/lib/identity/commands/passwords";
import { makeSuperAdmin } from "@/lib/identity/commands/super-admin";
import { digitsFor } from "@/lib/identity/rules";
import { claim, openPool } from "@/lib/inventory/commands";
import { hashToken } from "@/lib/kernel/hash-token";
import { newId } from "@/lib/kernel/ids";
import { sealId } from "@/lib/kernel/sealed";
import { keepLetter, keepPlatformLetter, moveLetter, movePlatformLetter } from "@/lib/notices/commands/letters";
import type { Letter } from "@/lib/notices/contract";
import { importMapPack } from "@/lib/tracking/commands/map-packs";
import { sendPositions } from "@/lib/tracking/commands/send-positions";
import { issueTracker } from "@/lib/tracking/commands/trackers";
import { inviteUser } from "@/lib/users/commands/invite";
import { saveView } from "@/lib/views/commands";
import { openCall } from "@/server/doors/call";
import { addFailedJob, makeQueue } from "../agencies/queue";
import { addStanding, asPlatform } from "../agencies/support";
import { openGroup, put } from "../groups/support";
import { inWork, systemCall } from "../inventory/support";
import { addPerson, as, NOON, newWorld, type Somebody, type World } from "../support/world";
import { addPayments } from "./payments-stage";
import { addSavings } from "./savings-stage";
import { addShop } from "./shop-stage";
import { addTrade } from "./trade-stage";
import { addTravel } from "./travel-stage";

export const PASSWORD = "a long walk to Makkah";
/** The smallest picture there is. */
export const PIXEL = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  ),
);
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

/** A device of each pilgrim's, the first one's with its refresh token, and a password. */
async function addLogins({ pilgrim: { userId }, otherPilgrim, house }: World) {
  const [sid, otherSid, refreshToken] = [newId(), newId(), "M4nC0p5lE0b6Yw2x8Z1kq7dJ3hT9uVfRgSaXcQeWyUI"];
  const [until, passwordHash] = [new Date(NOON.getTime() + 7 * 86_400_000), await hashPassword(PASSWORD)];
  const life = { kind: "api" as const, createdAt: NOON, seenAt: NOON, expiresAt: until };
  await fenced(house.database, "qafila_platform", null, false, async (tx) => {
    await tx.insert(sessions).values([
      { id: sid, userId, ...life },
      { id: otherSid, userId: otherPilgrim.userId, ...life },
    ]);
    await tx.update(users).set({ passwordHash }).where(eq(users.id, otherPilgrim.userId));
    await tx
      .insert(refreshTokens)
      .values({ id: newId(), sessionId: sid, tokenHash: hashToken(refreshToken), createdAt: NOON, expiresAt: until });
    await tx.update(users).set({ passwordHash, username: "siti" }).where(sql`id = ${userId}`);
  });
  return { sid, otherSid, refreshToken };
}

/** What was sent to the pilgrim and works once, and the pass of the owner's web session to another host. */
async function addCodes(world: World, otherSid: string) {
  const [webSid, owner] = [newId(), world.owner.userId];
  const platform = <T>(work: (tx: Tx) => Promise<T>) =>
    fenced(world.house.database, "qafila_platform", null, false, work);
  const life = { createdAt: NOON, seenAt: NOON, expiresAt: new Date(NOON.getTime() + 7 * 86_400_000) };
  const asked = { phone: "+6281200010001", phoneProvenAt: NOON, askedBy: "phone" as const, email: "rahma@example.com" };
  await platform(async (tx) => {
    await tx.insert(sessions).values({ id: webSid, userId: owner, kind: "web", provenBy: "phone", ...life });
    await tx.update(users).set(asked).where(eq(users.id, owner));
  });
  // Digits live ten minutes: a door asks at the hour it is, the matrix at noon, and both must find them open.
  const now = new Date(Math.max(Date.now(), NOON.getTime()));
  const call = openCall({ actor: { kind: "nobody" }, agencyId: null, via: "http", now });
  await requestCode(call, { identifier: "siti" });
  await forgotPassword(call, { identifier: "siti" });
  const guest = { slug: world.agency.slug, phone: "+6281211112223" };
  await requestGuestCode(call, { ...guest, name: "Tamu" });
  await sendContactCode(as(world.owner, { sessionId: webSid }, now), { contact: "phone" });
  const wish = { email: "other@example.com", currentPassword: PASSWORD };
  await changeContact(as(world.otherPilgrim, { sessionId: otherSid }, now), wish);
  const rows = await platform((tx) => tx.select().from(oneTimeCodes));
  const idOf = (purpose: string) => rows.find((row) => row.purpose === purpose)?.id ?? "";
  return {
    webSid,
    codes: {
      id: idOf("login"),
      digits: digitsFor(call, { id: idOf("login"), purpose: "login" }),
      guestDigits: digitsFor(call, { id: idOf("guest"), purpose: "guest" }),
      contactDigits: digitsFor(call, { id: idOf("contact"), purpose: "contact" }),
      changeDigits: digitsFor(call, { id: idOf("change"), purpose: "change" }),
      guestToken: `g_${"Zz".repeat(21)}9`,
      reset: sealId(call, "reset", idOf("reset")),
      handOver: (await handOver(as(world.owner, { sessionId: webSid }), {})).token,
    },
  };
}

/** The one super admin there is, and the link that waits for them. */
async function addPlatform({ house }: World) {
  const email = "root@example.com";
  const system = openCall({ actor: { kind: "system", task: "stage" }, agencyId: null, via: "task", now: NOON });
  const link = await makeSuperAdmin(system, { email });
  const [root] = await fenced(house.database, "qafila_platform", null, true, (tx) =>
    tx.select({ userId: users.id }).from(users).where(eq(users.email, email)),
  );
  const superAdmin: Somebody = { userId: root!.userId, personName: "root", roles: [], branchId: null, agencyId: "" };
  return { link, superAdmin };
}

/** An agency for each of the platform's decisions, and a look into ours that was just taken. */
async function addApplicants({ house, agency }: World, who: Somebody) {
  const add = async (status: Parameters<typeof addStanding>[1]) => (await addStanding(house, status)).id;
  return {
    approve: await add("pending"),
    reject: await add("pending"),
    ask: await add("pending"),
    suspend: await add("active"),
    reactivate: await add("suspended"),
    trial: await add("trial"),
    look: (await takeAccess(asPlatform(who, agency.id), { id: agency.id, reason: "Asked for help." })).id,
  };
}

/** The queue has given two jobs up. */
async function addFailedJobs({ house }: World) {
  await makeQueue(house);
  return { retry: await addFailedJob(house), drop: await addFailedJob(house) };
}

/** The pilgrim said something and showed a picture. */
async function addTalk({ pilgrim }: World, groupId: string) {
  const call = as(pilgrim, { groups: [groupId] });
  const { id: said } = await sendMessage(call, { groupId, clientId: newId(), kind: "text", text: "Saya di lobi" });
  const { id: photo } = await uploadPhoto(call, { groupId, file: PIXEL });
  await sendMessage(call, { groupId, clientId: newId(), kind: "photo", attachment: photo });
  return { said, photo };
}

/** A branch to spare, a bank account, a picture, and what an operator asked for. */
async function addOwnThings(world: World, operator: Somebody) {
  const account = { bankName: "BCA", accountHolder: "PT Nurani", accountNumber: "8001", currency: "IDR" };
  const logo = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#0b5c6b" } })
    .png()
    .toBuffer();
  await setLogo(as(world.owner), { file: logo });
  await setAvatar(as(world.pilgrim), { file: logo });
  const ask = async (permission: Permission) =>
    (await askPermission(as(operator), { permission, reason: "Musim ramai." })).id;
  await approvePermission(as(world.owner), { id: await ask("upload_photos") });
  const spare = { name: "Cadangan", city: "Bogor", timeZone: "Asia/Jakarta" };
  return {
    logo,
    spareBranch: (await openBranch(as(world.owner), spare)).id,
    accountId: (await addBankAccount(as(world.owner), account)).id,
    requests: { approve: await ask("manage_bookings"), deny: await ask("view_analytics") },
  };
}

/** Somebody is asked into the first branch. */
async function addInvitation(world: World) {
  const { branchId } = world.agency;
  const { id, link } = await inviteUser(as(world.owner), { email: "baru@example.com", roles: ["operator"], branchId });
  return { id, token: link.split("#")[1] ?? "" };
}

/** Something of every kind, in one agency with two branches and two groups, beside a rival. */
/** @param connections as many as a race needs */
export async function openStage(connections?: number) {
  const world = await newWorld(connections);
  await makePositionDays(world.house.database.ownerUrl, NOON);
  const otherBranch = await addBranch(world);
  const { link, superAdmin } = await addPlatform(world);
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
  const failed = { ...letter, dedupeKey: "failed" };
  const letters = {
    own: (await keepLetter(systemCall(world), failed)).id,
    platform: (await keepPlatformLetter(systemCall(world), failed)).id,
  };
  await moveLetter(systemCall(world), { id: letters.own, status: "failed" });
  await movePlatformLetter(systemCall(world), { id: letters.platform, status: "failed" });
  const trade = await addTrade(world, PIXEL);
  const claims = await inWork(systemCall(world), async (work) => {
    const poolId = await openPool(work, { kind: "test", capacity: 5 });
    return claim(work, [{ poolId, quantity: 1, holder: "stage" }], "held");
  });
  const logins = await addLogins(world);
  return {
    world: { ...world, ...people, superAdmin },
    trade,
    travel: await addTravel(world, trade),
    savings: await addSavings(world, people.companion, PIXEL),
    shop: await addShop(world, PIXEL),
    payments: await addPayments(world, PIXEL),
    applicants: await addApplicants(world, superAdmin),
    jobs: await addFailedJobs(world),
    ...(await addOwnThings(world, people.operator)),
    ...logins,
    ...(await addCodes(world, logins.otherSid)),
    invitation: await addInvitation(world),
    group,
    other,
    joinCode,
    ...(await addTalk(world, group.id)),
    letter,
    letters,
    viewId: (await saveView(as(world.manager), { place: "groups", name: "Mine", search: "" })).id,
    claimId: JSON.stringify(claims).match(/[0-9a-f-]{36}/)?.[0] ?? newId(),
    owntracks: await issueTracker(as(world.pilgrim), { kind: "owntracks", name: "Old phone" }),
    osmand: await issueTracker(as(world.pilgrim), { kind: "osmand", name: "Older phone" }),
    link,
    close: world.close,
  };
}
export type Stage = Awaited<ReturnType<typeof openStage>>;
