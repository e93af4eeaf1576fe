import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memberships } from "@/db/schema/agencies";
import { deliveries } from "@/db/schema/notices";
import { fenced } from "@/db/tx";
import type { Person } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { removeUser, updateUser } from "@/lib/users/commands/change";
import { eraseUser } from "@/lib/users/commands/erase";
import { inviteUser } from "@/lib/users/commands/invite";
import { listUsers } from "@/lib/users/queries";
import { readSession } from "@/server/doors/session";
import { sidOfAccess } from "@/server/doors/tokens";
import { withoutLimits } from "../house/visitors";
import { type Doorway, logIn, newDoorway } from "../identity/doorway";
import { codeOf, rowsOf } from "../kernel/support";
import { addPerson, as, populate, type Somebody, type World } from "../support/world";

let door: Doorway;
beforeAll(async () => {
  door = await newDoorway(50);
  withoutLimits(door.house);
});
afterAll(() => door.close());

const by = (who: Somebody, more: Partial<Person> = {}) => as(who, more, new Date());
const owner = () => by(door.owner);
const memberOf = async (userId: string) =>
  (await rowsOf<Record<string, unknown>>(door.house, "memberships", `user_id = '${userId}'`))[0];

describe("[R83] the last owner", () => {
  it("stays: neither demoted, disabled, removed nor erased", async () => {
    const admin = { ...owner(), actor: { ...owner().actor, userId: door.admin.userId } } as ReturnType<typeof owner>;
    const { userId: id } = door.owner;
    const tries = [
      () => updateUser(admin, { id, roles: ["admin"] }),
      () => updateUser(admin, { id, disabled: true }),
      () => removeUser(admin, { id }),
      () => eraseUser(admin, { id }),
    ];
    for (const one of tries) expect(await codeOf(one())).toBe("last_owner");
    expect(await codeOf(removeUser(owner(), { id }))).toBe("not_yourself");
    expect(await codeOf(updateUser(owner(), { id, roles: ["owner", "leader"] }))).toBe("not_yourself");
  });

  it("of two who remove each other at once remains, in each of eight agencies", async () => {
    const { house } = door;
    const duel = async () => {
      const world: World = await populate(house);
      const second = await addPerson(house, world.agency, "Second Owner", ["owner"]);
      const ends = await Promise.all([
        codeOf(removeUser(by(world.owner), { id: second.userId }).then(() => "gone")),
        codeOf(removeUser(by(second), { id: world.owner.userId }).then(() => "gone")),
      ]);
      const left = await rowsOf(
        house,
        "memberships",
        `agency_id = '${world.agency.id}' and 'owner' = any(roles) and disabled_at is null`,
      );
      return [left.length, ends.filter((one) => one !== "last_owner").length];
    };
    const duels = await Promise.all(Array.from({ length: 8 }, duel));
    expect(duels).toEqual(Array.from({ length: 8 }, () => [1, 1]));
  });
});

describe("a person of the agency", () => {
  it("gets other roles and another branch within what the caller may give, seen by their sessions at once", async () => {
    const rudi = await door.person("rudi", { agencyId: door.agency.id, roles: ["pilgrim"] });
    const changed = await updateUser(owner(), {
      id: rudi.userId,
      roles: ["operator"],
      branchId: door.agency.branchId,
      name: "Rudi H",
    });
    expect(changed).toMatchObject({
      name: "Rudi H",
      roles: ["operator"],
      branchId: door.agency.branchId,
      status: "active",
    });
    const sid = await sidOfAccess(rudi.accessToken);
    await expect.poll(async () => (await readSession(sid)).memberships[0]?.roles).toEqual(["operator"]);
    const manager = by(door.manager);
    expect(await codeOf(updateUser(manager, { id: rudi.userId, roles: ["admin"] }))).toBe("forbidden");
    expect(await codeOf(updateUser(manager, { id: rudi.userId, branchId: null }))).toBe("forbidden");
    expect(await codeOf(updateUser(manager, { id: door.admin.userId, disabled: true }))).toBe("forbidden");
    expect(await codeOf(updateUser(by(door.rivalOwner), { id: rudi.userId, disabled: true }))).toBe("user_not_found");
  });

  it("who is disabled finds no agency any more and is let in again; who is removed leaves the list", async () => {
    const tuti = await door.person("tuti", { agencyId: door.agency.id, roles: ["viewer"] });
    const sid = await sidOfAccess(tuti.accessToken);
    const belongs = async () => (await readSession(sid)).memberships.length;
    await updateUser(owner(), { id: tuti.userId, disabled: true });
    await expect.poll(belongs).toBe(0);
    const listed = async () =>
      (await listUsers(owner(), { q: "Siti Aminah", limit: 100 })).data.find(({ id }) => id === tuti.userId);
    expect((await listed())?.status).toBe("disabled");
    await updateUser(owner(), { id: tuti.userId, disabled: false });
    await expect.poll(belongs).toBe(1);
    await removeUser(owner(), { id: tuti.userId });
    await expect.poll(belongs).toBe(0);
    expect(await listed()).toBeUndefined();
    expect(await codeOf(removeUser(owner(), { id: tuti.userId }))).toBe("user_not_found");
    expect((await logIn("tuti")).status).toBe(200);
  });

  it("is forgotten: names and contacts go everywhere, records stay, and the login goes unless another agency knows it", async () => {
    const gone = await door.person("gone.soon", { agencyId: door.agency.id, roles: ["pilgrim"] });
    const both = await door.person(
      "both",
      { agencyId: door.agency.id, roles: ["pilgrim"] },
      { agencyId: door.rival.id, roles: ["pilgrim"] },
    );
    await inviteUser(owner(), { name: "Gone", phone: "+6281277788899", roles: ["viewer"] });
    await updateUser(owner(), { id: gone.userId, name: "Gone Soon" });
    await removeUser(owner(), { id: gone.userId });
    const removed = async () => (await listUsers(owner(), { status: "removed", limit: 100 })).data;
    expect((await removed()).find(({ id }) => id === gone.userId)).toMatchObject({
      status: "removed",
      mayChange: true,
    });
    await eraseUser(owner(), { id: gone.userId });
    expect((await removed()).map(({ id }) => id)).not.toContain(gone.userId);
    await eraseUser(owner(), { id: both.userId });
    expect(await memberOf(gone.userId)).toMatchObject({
      person_name: "—",
      phone: null,
      email: null,
      roles: ["pilgrim"],
    });
    const [login] = await rowsOf<Record<string, unknown>>(door.house, "users", `id = '${gone.userId}'`);
    expect(login).toMatchObject({ person_name: "—", username: null, password_hash: null });
    expect((await logIn("gone.soon")).body.error).toBe("credentials_wrong");
    await expect
      .poll(() => codeOf(sidOfAccess(gone.accessToken).then((sid) => readSession(sid))))
      .toBe("unauthenticated");
    expect((await logIn("both")).status).toBe(200);
    expect(await codeOf(eraseUser(owner(), { id: gone.userId }))).toBe("user_not_found");
    const audit = JSON.stringify(await rowsOf(door.house, "audit_log"));
    expect(audit).toContain("users.erase");
    expect(audit).not.toContain("Gone Soon");
  });

  it("takes along what was written to them before they had a login here: an invitation, a word to a guest", async () => {
    const address = `${newId()}@example.com`;
    const { userId } = await door.person("was.a.guest", { agencyId: door.agency.id, roles: ["pilgrim"] });
    const recipient = {
      channel: "mail",
      recipient: address,
      subject: "",
      body: "",
      locale: "id",
      status: "sent" as const,
    };
    await fenced(door.house.database, "qafila_platform", null, false, async (tx) => {
      await tx.update(memberships).set({ email: address }).where(sql`user_id = ${userId}`);
      for (const agencyId of [door.agency.id, door.rival.id])
        await tx.insert(deliveries).values({ ...recipient, id: newId(), agencyId, dedupeKey: address });
    });
    await eraseUser(owner(), { id: userId });
    const left = await rowsOf<{ agency_id: string }>(door.house, "deliveries", `recipient = '${address}'`);
    expect(left.map((row) => row.agency_id)).toEqual([door.rival.id]);
  });

  it("keeps the login when another agency is taking them in at that moment", async () => {
    const { userId } = await door.person("moving.on", { agencyId: door.agency.id, roles: ["pilgrim"] });
    let erased: Promise<void> | null = null;
    let isOver = false;
    await fenced(door.house.database, "qafila_tenant", door.rival.id, false, async (tx) => {
      const row = { id: newId(), agencyId: door.rival.id, userId, personName: "Moving On", roles: ["pilgrim"] };
      await tx.insert(memberships).values(row);
      erased = eraseUser(owner(), { id: userId }).finally(() => {
        isOver = true;
      });
      // A transaction keeps its first answer of who is connected; locks are asked anew.
      const waiting = sql`select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`;
      await expect.poll(async () => isOver || (await tx.execute(waiting)).length > 0).toBe(true);
    });
    await erased;
    expect((await rowsOf(door.house, "memberships", `user_id = '${userId}' and erased_at is null`)).length).toBe(1);
    expect((await logIn("moving.on")).status).toBe(200);
  });
});
