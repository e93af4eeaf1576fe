import { agencies, branches, memberships } from "@/db/schema/agencies";
import { users } from "@/db/schema/identity";
import { fenced } from "@/db/tx";
import type { Person, Role } from "@/lib/kernel/actor";
import { HOUR } from "@/lib/kernel/durations";
import { newId } from "@/lib/kernel/ids";
import { openCall } from "@/server/doors/call";
import { freshDatabase } from "./database";
import { houseOn } from "./house";

/** The last noon in Makkah, over for an hour at least: the doors that tests go through ask the real clock, which is behind
 * nothing that a test arranged, at whatever hour it runs. */
export const NOON = new Date(`${new Date(Date.now() - 10 * HOUR).toISOString().slice(0, 10)}T09:00:00.000Z`);

/** A runtime on a database of its own, with everything in memory. `connections`: as many as a race needs. */
export async function openHouse(connections?: number) {
  const database = await freshDatabase(connections);
  return { ...houseOn(database), close: () => database.drop() };
}
export type House = Awaited<ReturnType<typeof openHouse>>;

export type Somebody = { userId: string; personName: string; roles: Role[]; branchId: string | null; agencyId: string };

async function addAgency(house: House, name: string, slug: string) {
  const id = newId();
  const row = {
    id,
    slug: `${slug}-${id.slice(-8)}`,
    name,
    country: "ID",
    currency: "IDR",
    timeZone: "Asia/Jakarta",
    locale: "id",
    status: "active" as const,
  };
  await fenced(house.database, "qafila_platform", null, false, (tx) => tx.insert(agencies).values(row));
  const branchId = newId();
  await fenced(house.database, "qafila_tenant", id, false, (tx) =>
    tx
      .insert(branches)
      .values({ id: branchId, agencyId: id, name: "Pusat", city: "Jakarta", timeZone: "Asia/Jakarta" }),
  );
  return { id, slug: row.slug, branchId };
}
export type TestAgency = Awaited<ReturnType<typeof addAgency>>;

/** Adds a person to an agency, with a login of their own. */
export async function addPerson(
  house: House,
  agency: TestAgency,
  personName: string,
  roles: Role[],
  branch = false,
): Promise<Somebody> {
  const userId = newId();
  const branchId = branch ? agency.branchId : null;
  await fenced(house.database, "qafila_platform", null, false, async (tx) => {
    await tx.insert(users).values({ id: userId, personName, username: `u-${userId}` });
    await tx
      .insert(memberships)
      .values({ id: newId(), agencyId: agency.id, userId, personName, phone: "+628123456789", roles, branchId });
  });
  return { userId, personName, roles, branchId, agencyId: agency.id };
}

/** The actor a door would make of this person. */
export const actorOf = (who: Somebody, more: Partial<Person> = {}): Person => ({
  kind: "person",
  userId: who.userId,
  sessionId: newId(),
  roles: who.roles,
  branchId: who.branchId,
  grants: [],
  leads: [],
  groups: [],
  superAdmin: false,
  ...more,
});

/** A call by this person, in their agency, at noon. */
export const as = (who: Somebody, more: Partial<Person> = {}, now = NOON) =>
  openCall({ actor: actorOf(who, more), agencyId: who.agencyId, via: "http", now });

/** A world that always has a rival agency, so that every test has somebody to keep out. */
export const newWorld = async (connections?: number) => populate(await openHouse(connections));

/** The same in a house that is open already: two more agencies and their people. */
export async function populate(house: House) {
  const agency = await addAgency(house, "Nurani Wisata", "nurani");
  const rival = await addAgency(house, "Aq Jol Travel", "aqjol");
  const add = (name: string, roles: Role[], branch = false) => addPerson(house, agency, name, roles, branch);
  return {
    house,
    agency,
    rival,
    owner: await add("Rahma Owner", ["owner"]),
    admin: await add("Agus Admin", ["admin"]),
    manager: await add("Maya Manager", ["manager"], true),
    viewer: await add("Vina Viewer", ["viewer"]),
    leader: await add("Lukman Leader", ["leader"]),
    otherLeader: await add("Omar Leader", ["leader"]),
    pilgrim: await add("Siti Pilgrim", ["pilgrim"]),
    otherPilgrim: await add("Hendra Pilgrim", ["pilgrim"]),
    rivalOwner: await addPerson(house, rival, "Nurlan Owner", ["owner"]),
    close: house.close,
  };
}
export type World = Awaited<ReturnType<typeof newWorld>>;
