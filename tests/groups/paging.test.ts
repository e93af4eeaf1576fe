import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeMember } from "@/lib/groups/commands/members";
import { listGroups, listMembers } from "@/lib/groups/queries";
import { addPerson, as, newWorld, type World } from "../support/world";
import { crowd, days, openGroup, put } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

type Page = { data: unknown[]; nextCursor: string | null };

/** Reads to the end, page by page; between two pages something else happens. */
async function leaf<P extends Page>(read: (cursor: object) => Promise<P>, between: (page: P) => Promise<unknown>) {
  const seen: P["data"] = [];
  for (let cursor: string | null = null; ; ) {
    const page: P = await read(cursor ? { cursor } : {});
    seen.push(...page.data);
    if (!page.nextCursor) return seen;
    cursor = page.nextCursor;
    await between(page);
  }
}

describe("[R88] pages of a list that grows meanwhile", () => {
  const SORTS = ["latest", "earliest", "number", "name"] as const;
  let made = 0;
  /** Trips of one place are alike in what they are sorted by: only the id settles their order. Those that share a number
   * travel one after the other. */
  const open = (place: number, sort: (typeof SORTS)[number]) => {
    made += 1;
    const start = sort === "number" ? made * 2 : place * 10;
    const [startsAt, endsAt] = [days(start), days(start + 1)].map((at) => at.toISOString());
    const number = sort === "number" ? place + 50 : made + 500;
    return openGroup(world, { startsAt, endsAt, number, name: `Trip ${String(place + 50)}` });
  };

  it.each(SORTS)("skip no group and repeat none, sorted by %s", async (sort) => {
    const before: string[] = [];
    for (const place of [1, 1, 1, 2, 2, 3, 4, 4]) before.push((await open(place, sort)).id);
    const whole = (await listGroups(as(world.owner), { sort, limit: 100 })).data.map(({ id }) => id);
    const seen = (await leaf(
      (cursor) => listGroups(as(world.owner), { sort, limit: 3, ...cursor }),
      async () => {
        if (made < 200) for (const place of [0, 2, 5]) await open(place, sort);
      },
    )) as { id: string }[];
    const ids = seen.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => whole.includes(id))).toEqual(whole);
    expect(before.every((id) => ids.includes(id))).toBe(true);
  });

  it("skip nobody of a roster and repeat nobody, while people come and those already shown leave", async () => {
    const group = await openGroup(world, { capacity: 200 });
    await put(world, group.id, world.leader, "leader");
    for (const one of await crowd(world, 14)) await put(world, group.id, one);
    const ref = { groupId: group.id };
    const whole = (await listMembers(as(world.owner), { ...ref, limit: 100 })).data.map(({ userId }) => userId);
    let rounds = 0;
    const seen = (await leaf(
      (cursor) => listMembers(as(world.owner), { ...ref, limit: 4, ...cursor }),
      async ({ data }) => {
        rounds += 1;
        for (const name of rounds < 4 ? ["Aminah", "Jamaah 7", "Zulkifli"] : [])
          await put(world, group.id, await addPerson(world.house, world.agency, name, ["pilgrim"]));
        await removeMember(as(world.owner), { ...ref, userId: data.at(-1)!.userId });
      },
    )) as { userId: string }[];
    const ids = seen.map(({ userId }) => userId);
    expect(rounds).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => whole.includes(id))).toEqual(whole);
  });
});
