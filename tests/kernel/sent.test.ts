import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { branches } from "@/db/schema/agencies";
import { fenced, type Tx } from "@/db/tx";
import { newId } from "@/lib/kernel/ids";
import { newWorld, type World } from "../support/world";
import { rowsOf } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const inside = <T>(work: (tx: Tx) => Promise<T>) =>
  fenced(world.house.database, "qafila_tenant", world.agency.id, false, work);
const branch = (id: string, name: string) => ({
  id,
  name,
  agencyId: world.agency.id,
  city: "Jakarta",
  timeZone: "Asia/Jakarta",
  createdAt: new Date(),
});

describe("what a transaction sends", () => {
  it("is prepared by PostgreSQL once per connection, whoever wrote the statement", async () => {
    const texts = await inside(async (tx) => {
      await tx.select({ id: branches.id }).from(branches).where(eq(branches.city, "Jakarta"));
      await tx.text("select 4711::int as n where $1 = 'a'", ["a"]);
      return tx.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`);
    });
    const said = texts.map(({ statement }) => statement).join("\n");
    for (const part of ["set_config('role'", 'from "branches"', "select 4711::int"]) expect(said).toContain(part);
  });

  it("without waiting ends the transaction when it fails, and the failure is what the caller hears", async () => {
    const id = newId();
    const twice = inside(async (tx) => {
      await tx.insert(branches).values(branch(id, "Dikirim"));
      tx.send(tx.insert(branches).values(branch(id, "Lagi")));
      return "done";
    });
    await expect(twice).rejects.toMatchObject({ cause: { code: "23505" } });
    expect(await rowsOf(world.house, "branches", `id = '${id}'`)).toEqual([]);
  });
});

describe("an index", () => {
  it("never ends with the nulls, which no list's order by could use", async () => {
    const wrong = await world.house.database.sql`
      select indexname from pg_indexes where schemaname = 'public' and indexdef ~* 'desc nulls last'`;
    expect(wrong.map(({ indexname }) => indexname)).toEqual([]);
  });
});
