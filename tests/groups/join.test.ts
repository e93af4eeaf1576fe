import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { memberships } from "@/db/schema/agencies";
import { facts } from "@/db/schema/kernel";
import { lookUp } from "@/lib/agencies/queries/directory";
import { joinGroup } from "@/lib/groups/commands/join-group";
import { rotateCode, updateGroup } from "@/lib/groups/commands/update-group";
import { JoinGroup } from "@/lib/groups/contract";
import { listMembers, readGroup } from "@/lib/groups/queries";
import { openCall } from "@/server/doors/call";
import { as, newWorld, type World } from "../support/world";
import { crowd, days, openGroup, put, stranger, within } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const nobody = () => openCall({ actor: { kind: "nobody" }, agencyId: null, via: "http" });
const unknown = { kind: "not_found", code: "join_code_unknown", details: undefined };

describe("joining a group by its code", () => {
  it("lets a pilgrim of the agency in, and says which group it is", async () => {
    const group = await openGroup(world);
    const answer = await joinGroup(as(world.pilgrim), { code: group.joinCode! });
    expect(answer).toMatchObject({
      outcome: "joined",
      agency: { slug: world.agency.slug },
      group: { id: group.id, number: 4 },
    });
    const roster = await listMembers(within(world.pilgrim, group.id), { groupId: group.id });
    expect(roster.data).toMatchObject([{ userId: world.pilgrim.userId, role: "pilgrim" }]);
  });

  it("reads the code however it was typed", async () => {
    const group = await openGroup(world);
    const typed = [
      group.joinCode!.toLowerCase(),
      group.joinCode!.replace("-", " "),
      ` ${group.joinCode!.replace("-", "–")} `,
    ];
    const alike = group.joinCode!.replaceAll("0", "o").replaceAll("1", "l");
    for (const code of [...typed, alike]) {
      expect(await lookUp(nobody(), { kind: "join_code", key: code })).toMatchObject({ subjectId: group.id });
      expect(["joined", "already_member"]).toContain((await joinGroup(as(world.pilgrim), { code })).outcome);
    }
  });

  it("answers twice the same when somebody is inside already, and takes one place", async () => {
    const group = await openGroup(world);
    await joinGroup(as(world.pilgrim), { code: group.joinCode! });
    expect(await joinGroup(as(world.pilgrim), { code: group.joinCode! })).toMatchObject({ outcome: "already_member" });
    expect(await readGroup(as(world.owner), { groupId: group.id })).toMatchObject({ members: 1 });
  });

  it("[R83] makes somebody from outside a pilgrim of the agency, and nothing more", async () => {
    const group = await openGroup(world);
    const answer = await joinGroup(stranger(world, world.rivalOwner), { code: group.joinCode! });
    expect(answer.outcome).toBe("joined");
    const rows = await as(world.owner).transact("agency", true, (tx) =>
      tx.select().from(memberships).where(eq(memberships.userId, world.rivalOwner.userId)),
    );
    expect(rows).toMatchObject([{ roles: ["pilgrim"], branchId: null, grants: [], personName: "Nurlan Owner" }]);
  });

  it("[R83] refuses a role in the body as an unknown field", async () => {
    const group = await openGroup(world);
    const body = { code: group.joinCode!, role: "leader" };
    await expect(joinGroup(as(world.pilgrim), body)).rejects.toMatchObject({
      code: "validation",
      details: { fields: { role: ["unknown_field"] } },
    });
  });

  it("lets nobody in who was shut out of the agency", async () => {
    const [gone] = await crowd(world, 1);
    const group = await openGroup(world);
    await as(world.owner).transact("agency", false, (tx) =>
      tx.update(memberships).set({ disabledAt: new Date() }).where(eq(memberships.userId, gone!.userId)),
    );
    await expect(joinGroup(as(gone!), { code: group.joinCode! })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(joinGroup(stranger(world, gone!), { code: group.joinCode! })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  it("asks whoever is not signed in to sign in", async () => {
    const group = await openGroup(world);
    const call = openCall({ actor: { kind: "nobody" }, agencyId: world.agency.id, via: "http" });
    await expect(joinGroup(call, { code: group.joinCode! })).rejects.toMatchObject({ kind: "unauthenticated" });
  });

  it("says so when the group is full", async () => {
    const group = await openGroup(world, { capacity: 1 });
    await put(world, group.id, world.leader, "leader");
    await expect(joinGroup(as(world.pilgrim), { code: group.joinCode! })).rejects.toMatchObject({
      kind: "conflict",
      code: "group_full",
    });
    await updateGroup(as(world.owner), { groupId: group.id, capacity: 2 });
    expect(await joinGroup(as(world.pilgrim), { code: group.joinCode! })).toMatchObject({ outcome: "joined" });
  });

  it("tells the group and the office, once per person", async () => {
    const group = await openGroup(world);
    await joinGroup(as(world.pilgrim), { code: group.joinCode! });
    await joinGroup(as(world.pilgrim), { code: group.joinCode! });
    const told = await as(world.owner).transact("agency", true, (tx) =>
      tx.select().from(facts).where(sql`name = 'groups.joined' and payload->>'groupId' = ${group.id}`),
    );
    expect(told).toHaveLength(1);
    expect(told[0]!.audiences).toEqual([
      `agency:${world.agency.id}:group:${group.id}`,
      `agency:${world.agency.id}:staff`,
    ]);
  });
});

describe("a code that opens nothing", () => {
  it("[R84] unknown, expired, rotated, past the trip and another agency's: one and the same answer", async () => {
    const early = as(world.owner, {}, days(-2));
    const expired = await openGroup(world, { joinCodeExpiresAt: days(-1).toISOString() }, early);
    const over = await openGroup(world, { startsAt: days(-9).toISOString(), endsAt: days(-2).toISOString() });
    const rotated = await openGroup(world);
    await rotateCode(as(world.owner), { groupId: rotated.id });
    const own = await openGroup(world);
    const codes = [
      "",
      "7",
      "ZZZZ-ZZZZ",
      "select 1;--",
      "%%%%%%%%",
      expired.joinCode!,
      over.joinCode!,
      rotated.joinCode!,
    ];
    for (const code of codes) {
      await expect(joinGroup(as(world.pilgrim), { code }), code).rejects.toMatchObject(unknown);
    }
    await expect(
      joinGroup(stranger(world, world.pilgrim, world.rival.id), { code: own.joinCode! }),
    ).rejects.toMatchObject(unknown);
  });

  it("[R84] a code takes more than a thousand billion guesses, and two are never alike", async () => {
    const codes = new Set<string>();
    for (let i = 0; i < 40; i += 1) codes.add((await openGroup(world)).joinCode!);
    expect(codes.size).toBe(40);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const letters = new Set([...codes].join("").replaceAll("-", ""));
    // 320 letters drawn from 32: fewer than 25 kinds happen once in many thousand years.
    expect(letters.size).toBeGreaterThan(25);
  });

  it("the new code works where the old one is dead, until it expires", async () => {
    const group = await openGroup(world);
    const { joinCode } = await rotateCode(as(world.owner), { groupId: group.id, expiresAt: days(1).toISOString() });
    const late = openCall({ ...as(world.pilgrim), now: days(1) });
    await expect(joinGroup(late, { code: joinCode })).rejects.toMatchObject(unknown);
    expect(await joinGroup(as(world.pilgrim), { code: joinCode })).toMatchObject({ outcome: "joined" });
  });

  it("accepts no body but one code", () => {
    expect(z.toJSONSchema(JoinGroup, { io: "input" })).toMatchObject({
      required: ["code"],
      additionalProperties: false,
    });
  });
});
