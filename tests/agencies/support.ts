import { agencies, memberships } from "@/db/schema/agencies";
import { users } from "@/db/schema/identity";
import { fenced } from "@/db/tx";
import { newId } from "@/lib/kernel/ids";
import { openCall } from "@/server/doors/call";
import { actorOf, type House, NOON, type Somebody } from "../support/world";

/** Somebody who runs the platform and belongs to no agency. */
export async function addSuperAdmin(house: House): Promise<Somebody> {
  const userId = newId();
  const row = { id: userId, personName: "Mira Dahlan", username: `p-${userId}`, superAdmin: true };
  await fenced(house.database, "qafila_platform", null, false, (tx) => tx.insert(users).values(row));
  return { userId, personName: row.personName, roles: [], branchId: null, agencyId: "" };
}

/** The call of a super admin: across agencies, or about the one that a path names. */
export const asPlatform = (who: Somebody, agencyId: string | null = null, now = NOON) =>
  openCall({ actor: actorOf(who, { superAdmin: true }), agencyId, via: "http", now });

type Status = (typeof agencies.$inferInsert)["status"];
/** An agency that stands there already, with an owner if one is given. */
export async function addStanding(house: House, status: Status, ownerId?: string, more: object = {}) {
  const id = newId();
  const place = { country: "ID", currency: "IDR", timeZone: "Asia/Jakarta", locale: "id" };
  const row = {
    id,
    slug: `s-${id.slice(-12)}`,
    name: `Safar ${status}`,
    status,
    ...place,
    appliedAt: NOON,
    createdAt: NOON,
    ...more,
  };
  await fenced(house.database, "qafila_platform", null, false, async (tx) => {
    await tx.insert(agencies).values(row);
    if (!ownerId) return;
    const member = { id: newId(), agencyId: id, userId: ownerId, personName: "Iwan Firdaus", roles: ["owner"] };
    await tx.insert(memberships).values(member);
  });
  return row;
}
