import { and, asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { preparedShapes } from "@/db/prepared";
import { branches, memberships } from "@/db/schema/agencies";
import { fenced, type Tx } from "@/db/tx";
import { newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

/** People with their branch, which most of them have none of. */
const people = (tx: Tx, down: boolean) =>
  tx
    .select({
      userId: memberships.userId,
      roles: memberships.roles,
      since: memberships.createdAt,
      branch: { id: branches.id, name: branches.name, at: branches.createdAt },
      letters: sql<number>`length(${memberships.personName})`,
    })
    .from(memberships)
    .leftJoin(branches, and(eq(branches.agencyId, memberships.agencyId), eq(branches.id, memberships.branchId)))
    .where(eq(memberships.agencyId, sql.placeholder("agencyId")))
    .orderBy(down ? sql`${memberships.userId} desc` : asc(memberships.userId));

const peopleQuery = preparedShapes((tx, { down }: { down: boolean }) => people(tx, down));

describe("a kept query", () => {
  it("answers each of its shapes as drizzle does, with every value and null, in every transaction", async () => {
    const values = { agencyId: world.agency.id };
    const look = <T>(work: (tx: Tx) => Promise<T>) =>
      fenced(world.house.database, "qafila_tenant", world.agency.id, true, work);
    for (const down of [true, false, true]) {
      const plain = await look((tx) => people(tx, down).prepare("plain").execute(values));
      const kept = await look((tx) => peopleQuery(tx, { down }, values));
      expect(kept).toEqual(plain);
      expect(kept.some(({ branch }) => branch === null) && kept.some(({ branch }) => branch !== null)).toBe(true);
      expect(kept.every(({ since }) => since instanceof Date)).toBe(true);
    }
  });
});
