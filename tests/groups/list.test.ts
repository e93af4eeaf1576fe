import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Group } from "@/lib/groups/contract";
import { listGroups } from "@/lib/groups/queries";
import { as, newWorld, type World } from "../support/world";
import { days, openGroup, within } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

describe("the list of groups", () => {
  it("pages through everything once, the latest trip first, by state and by what was typed", async () => {
    const spans = [-20, -10, 0, 10, 20].map((start) => [days(start - 3), days(start + 3)] as const);
    for (const [i, [startsAt, endsAt]] of [...spans, ...spans].entries()) {
      await openGroup(world, {
        number: i + 1,
        name: `Trip ${i % 2 ? "Genap" : "100%_x"} ${i}`,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      });
    }
    const seen: Group[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listGroups(as(world.owner), { limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.data);
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(10);
    expect(seen.map(({ startsAt }) => startsAt.getTime())).toEqual(
      seen.map(({ startsAt }) => startsAt.getTime()).sort((a, b) => b - a),
    );
    const count = async (more: object) => (await listGroups(as(world.owner), { limit: 100, ...more })).data.length;
    expect([
      await count({ state: "upcoming" }),
      await count({ state: "running" }),
      await count({ state: "past" }),
    ]).toEqual([4, 2, 4]);
    expect([
      await count({ q: "genap" }),
      await count({ q: "100%_" }),
      await count({ q: "7" }),
      await count({ q: "%" }),
    ]).toEqual([5, 5, 2, 5]);
    await expect(listGroups(as(world.owner), { cursor: "bogus" })).rejects.toMatchObject({ code: "cursor_invalid" });
  });

  it("shows each person their own reach and nothing of the rival's", async () => {
    const mine = await openGroup(world, { branchId: world.agency.branchId });
    const other = await openGroup(world);
    const ids = async (call: Parameters<typeof listGroups>[0]) =>
      (await listGroups(call, { limit: 100 })).data.map(({ id }) => id);
    expect(await ids(as(world.owner))).toEqual(expect.arrayContaining([mine.id, other.id]));
    expect(await ids(as(world.manager))).toContain(mine.id);
    expect(await ids(as(world.manager))).not.toContain(other.id);
    expect(await ids(within(world.leader, other.id, "leader"))).toEqual([other.id]);
    expect(await ids(within(world.pilgrim, mine.id))).toEqual([mine.id]);
    expect(await ids(as(world.otherPilgrim))).toEqual([]);
    expect(await ids(as(world.rivalOwner))).toEqual([]);
    await expect(ids(as({ ...world.pilgrim, roles: [] }))).rejects.toMatchObject({ kind: "forbidden" });
  });
});
