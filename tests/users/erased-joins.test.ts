import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fenced } from "@/db/tx";
import { joinGroup } from "@/lib/groups/commands/join-group";
import type { Call } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { acceptInvitation } from "@/lib/users/commands/accept";
import { eraseUser } from "@/lib/users/commands/erase";
import { inviteUser } from "@/lib/users/commands/invite";
import { refusal } from "@/server/doors/answer";
import { openGroup, stranger } from "../groups/support";
import { type Doorway, newDoorway } from "../identity/doorway";
import { rowsOf } from "../kernel/support";
import { as } from "../support/world";

let door: Doorway;
let code: string;
beforeAll(async () => {
  door = await newDoorway(10);
  code = (await openGroup(door)).joinCode!;
});
afterAll(() => door.close());

/** How many wait for another's lock; asked anew each time, since a transaction keeps the first answer. */
const waiting = () =>
  as(door.owner).transact("agency", true, async (tx) => {
    const held = sql`cardinality(pg_blocking_pids(pid)) > 0`;
    return (await tx.execute(sql`select 1 from pg_stat_activity where datname = current_database() and ${held}`))
      .length;
  });

/** Somebody of the rival's, whose owner erases them, while they come to this agency: the erase holds their login, and waits
 * for their session, when they do. What the door answers them, and what is left. */
async function comeDuringErase(name: string, come: (call: Call) => Promise<unknown>, wasHere = false) {
  const rivals = { agencyId: door.rival.id, roles: ["pilgrim" as const] };
  const { userId } = await door.person(name, rivals, ...(wasHere ? [{ ...rivals, agencyId: door.agency.id }] : []));
  if (wasHere) await eraseUser(as(door.owner, {}, new Date()), { id: userId });
  const who = { userId, personName: name, roles: [], branchId: null, agencyId: door.agency.id };
  const ends: Promise<unknown>[] = [];
  await fenced(door.house.database, "qafila_platform", null, false, async (tx) => {
    await tx.execute(sql`select id from sessions where user_id = ${userId} for update`);
    ends.push(eraseUser(as(door.rivalOwner, {}, new Date()), { id: userId }));
    await expect.poll(waiting).toBe(1);
    ends.push(come(stranger(door, who)).catch((error: unknown) => refusal(error, "en", "r")));
    await expect.poll(waiting).toBe(2);
  });
  const [, answer] = await Promise.all(ends);
  return { answer, left: await rowsOf(door.house, "memberships", `user_id = '${userId}' and erased_at is null`) };
}

describe("who comes while their login is erased", () => {
  const nobody = { answer: { status: 401, error: "unauthenticated" }, left: [] };

  it("is nobody any more: no group takes them in, among others or alone", async () => {
    const together = await comeDuringErase("comes.along", (call) => joinGroup(call, { code }));
    expect(together).toMatchObject(nobody);
    const once = { key: newId(), bodyHash: "x", encode: (result: unknown) => result };
    const alone = await comeDuringErase("comes.alone", (call) => joinGroup({ ...call, once }, { code }));
    expect(alone).toMatchObject(nobody);
  });

  it.each([
    ["new", false],
    ["back where they were erased before", true],
  ])("is nobody any more: no invitation does, %s", async (_how, wasHere) => {
    const { link } = await inviteUser(as(door.owner), { roles: ["pilgrim"], name: "Comes Invited" });
    const token = link.split("#")[1]!;
    const come = (call: Call) => acceptInvitation(call, { token });
    expect(await comeDuringErase(`comes.${wasHere}`, come, wasHere)).toMatchObject(nobody);
  });
});
