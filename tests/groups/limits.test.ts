import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGroup } from "@/lib/groups/commands/create-group";
import { rotateCode, updateGroup } from "@/lib/groups/commands/update-group";
import { listGroups, readGroup } from "@/lib/groups/queries";
import { as, newWorld, type World } from "../support/world";
import { days, openGroup } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(50);
});
afterAll(() => world.close());

const from = (start: number, end: number) => ({ startsAt: days(start).toISOString(), endsAt: days(end).toISOString() });
const taken = { kind: "conflict", code: "number_taken", details: { fields: { number: ["number_taken"] } } };

describe("a group's number", () => {
  it("is one group's of the agency while it travels, and free again for other days", async () => {
    await openGroup(world, { number: 20, ...from(0, 5) });
    await expect(openGroup(world, { number: 20, ...from(4, 9) })).rejects.toMatchObject(taken);
    await expect(openGroup(world, { number: 20, ...from(-9, 9) })).rejects.toMatchObject(taken);
    expect(await openGroup(world, { number: 20, ...from(5, 9) })).toMatchObject({ number: 20 });
    expect(await openGroup(world, { number: 21, ...from(0, 5) })).toMatchObject({ number: 21 });
  });

  it("is not taken by another agency's group", async () => {
    await openGroup(world, { number: 22 });
    expect(await createGroup(as(world.rivalOwner), { ...rivalTrip, number: 22 })).toMatchObject({ number: 22 });
  });

  it("is not taken by a change of number or of days either; other changes are let through", async () => {
    const one = await openGroup(world, { number: 23, ...from(0, 5) });
    const other = await openGroup(world, { number: 24, ...from(0, 5) });
    const later = await openGroup(world, { number: 23, ...from(6, 9) });
    await expect(updateGroup(as(world.owner), { groupId: other.id, number: 23 })).rejects.toMatchObject(taken);
    await expect(updateGroup(as(world.owner), { groupId: later.id, ...from(3, 9) })).rejects.toMatchObject(taken);
    const same = { groupId: one.id, number: 23, ...from(1, 6), name: "Same number" };
    expect(await updateGroup(as(world.owner), same)).toMatchObject({ number: 23, name: "Same number" });
  });

  it("goes to one of fifty who ask for it at once", async () => {
    const settled = await Promise.allSettled(Array.from({ length: 50 }, () => openGroup(world, { number: 77 })));
    const made = settled.filter(({ status }) => status === "fulfilled");
    const refused = settled.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(made).toHaveLength(1);
    expect(new Set(refused)).toEqual(new Set(["number_taken"]));
    const { data } = await listGroups(as(world.owner), { q: "77", limit: 100 });
    expect(data.filter(({ number }) => number === 77)).toHaveLength(1);
  });
});

const rivalTrip = { name: "Umrah", ...from(-3, 6), timeZone: "Asia/Riyadh", capacity: 10 };
const tooLong = {
  code: "validation",
  details: { fields: { endsAt: ["trip_too_long"] }, bounds: { endsAt: { limit: 120 } } },
};

describe("a trip", () => {
  it("lasts 120 days at most", async () => {
    expect(await openGroup(world, from(0, 120))).toMatchObject({ endsAt: days(120) });
    await expect(openGroup(world, from(0, 121))).rejects.toMatchObject(tooLong);
    await expect(openGroup(world, { endsAt: "9999-12-31T00:00:00.000Z" })).rejects.toMatchObject(tooLong);
  });

  it("is not made longer by moving one of its ends, nor turned around", async () => {
    const { id: groupId } = await openGroup(world, from(0, 5));
    const change = (more: object) => updateGroup(as(world.owner), { groupId, ...more });
    await expect(change({ endsAt: days(121).toISOString() })).rejects.toMatchObject(tooLong);
    await expect(change({ startsAt: days(-116).toISOString() })).rejects.toMatchObject(tooLong);
    await expect(change({ startsAt: days(6).toISOString() })).rejects.toMatchObject({
      details: { fields: { endsAt: ["ends_before_start"] } },
    });
    expect(await readGroup(as(world.owner), { groupId })).toMatchObject({ startsAt: days(0), endsAt: days(5) });
  });
});

it("a code is never made dead: its end lies ahead", async () => {
  const { id: groupId, joinCode } = await openGroup(world);
  const past = days(-1).toISOString();
  const dead = (field: string) => ({ code: "validation", details: { fields: { [field]: ["already_past"] } } });
  await expect(rotateCode(as(world.owner), { groupId, expiresAt: past })).rejects.toMatchObject(dead("expiresAt"));
  await expect(updateGroup(as(world.owner), { groupId, joinCodeExpiresAt: past })).rejects.toMatchObject(
    dead("joinCodeExpiresAt"),
  );
  await expect(openGroup(world, { joinCodeExpiresAt: past })).rejects.toMatchObject(dead("joinCodeExpiresAt"));
  expect(await readGroup(as(world.owner), { groupId })).toMatchObject({ joinCode, joinCodeExpiresAt: null });
});

it.each(["\u200b", "\u2060\u2060", "\u3164", "—"])("a name that shows nothing (%j) is no name", async (name) => {
  await expect(openGroup(world, { name })).rejects.toMatchObject({
    details: { fields: { name: [expect.any(String)] } },
  });
});
