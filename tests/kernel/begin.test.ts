import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openClient } from "@/db/client";
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

/** One connection, so that whoever loses it and whoever comes next share it. */
async function narrow<T>(work: (database: Database) => Promise<T>, url = world.house.database.loginUrl): Promise<T> {
  const database = openClient(url, 1);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const inside = <T>(database: Database, agencyId: string, work: (tx: Tx) => Promise<T>) =>
  fenced(database, "qafila_tenant", agencyId, false, work);
const branchOf = (agencyId: string, name: string) => ({
  id: newId(),
  name,
  agencyId,
  city: "Jakarta",
  timeZone: "Asia/Jakarta",
  createdAt: new Date(),
});
const pidOf = async (tx: Tx) =>
  Number((await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid);
const startOf = async (tx: Tx) => String((await tx.execute<{ now: string }>(sql`select now() as now`))[0]?.now);

/** A door before PostgreSQL that keeps its answer to BEGIN until the next statement has come by. */
async function keepsAnswers(): Promise<{ url: string; close: () => void }> {
  const url = new URL(world.house.database.loginUrl);
  const { port, hostname } = url;
  const server = createServer((client) => {
    const behind = connect(Number(port), hostname);
    const kept: Buffer[] = [];
    let keeps = false;
    client.on("data", (said) => {
      if (said.includes("set_config")) {
        keeps = false;
        for (const one of kept.splice(0)) client.write(one);
      } else if (said.includes("begin")) keeps = true;
      behind.write(said);
    });
    behind.on("data", (answer) => void (keeps ? kept.push(answer) : client.write(answer)));
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const)
      one.on("close", () => other.destroy()).on("error", () => other.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: url.href, close: () => server.close() };
}

describe("a transaction", () => {
  it("sends its first statements along with BEGIN, without waiting for the answer", async () => {
    const door = await keepsAnswers();
    const found = await narrow((database) => inside(database, world.agency.id, pidOf), door.url);
    expect(found).toBeGreaterThan(0);
    door.close();
  });

  it("answers more statements at once than travel at once, in their order", async () => {
    const asked = Array.from({ length: 300 }, (_, i) => i);
    const answered = await narrow((database) =>
      inside(database, world.agency.id, (tx) =>
        Promise.all(asked.map(async (i) => Number((await tx.execute(sql`select ${i}::int as i`))[0]?.i))),
      ),
    );
    expect(answered).toEqual(asked);
  });

  it("ends with nothing written when a statement failed, also when somebody caught that", async () => {
    const row = branchOf(world.agency.id, "Ditangkap");
    const caught = inside(world.house.database, world.agency.id, async (tx) => {
      await tx.insert(branches).values(row);
      await tx.execute(sql`select 1 / 0`).catch(() => undefined);
      return "done";
    });
    await expect(caught).rejects.toMatchObject({ code: "22012" });
    expect(await rowsOf(world.house, "branches", `id = '${row.id}'`)).toEqual([]);
  });

  it("lets the pool end as soon as it is over", async () => {
    const database = openClient(world.house.database.loginUrl, 1);
    let go = (): void => undefined;
    const wait = new Promise<void>((settle) => {
      go = settle;
    });
    const row = branchOf(world.agency.id, "Terakhir");
    const last = inside(database, world.agency.id, async (tx) => {
      await tx.insert(branches).values(row);
      await wait;
    });
    const ended = database.sql.end();
    go();
    await last;
    await ended;
    expect(await rowsOf(world.house, "branches", `id = '${row.id}'`)).toHaveLength(1);
  });
});

describe("a connection that is lost in a transaction", () => {
  it("takes it along whole: what it still says reaches nobody, least of all who gets the connection next", async () => {
    const { agency, rival } = world;
    await narrow(async (database) => {
      const [mine, late, theirs] = [
        branchOf(agency.id, "Sebelum"),
        branchOf(rival.id, "Sesudah"),
        branchOf(rival.id, "Orang lain"),
      ];
      let speak = (): void => undefined;
      const told = new Promise<void>((settle) => {
        speak = settle;
      });
      let said: Promise<unknown> = Promise.resolve();
      const lost = inside(database, agency.id, async (tx) => {
        await tx.insert(branches).values(mine);
        const pid = await pidOf(tx);
        await world.house.database.sql`select pg_terminate_backend(${pid})`;
        await told;
        // Under the other agency's fence this row would be welcome.
        said = tx
          .insert(branches)
          .values(late)
          .then(undefined, (error: unknown) => error);
        await said;
      });
      const refused = expect(lost).rejects.toMatchObject({ code: expect.stringMatching(/CONNECTION|57P01/) });
      const next = inside(database, rival.id, async (tx) => {
        const began = await startOf(tx);
        speak();
        await refused;
        await tx.insert(branches).values(theirs);
        return (await startOf(tx)) === began;
      });
      expect(await next).toBe(true);
      await said;
      const left = await rowsOf<{ id: string }>(world.house, "branches");
      const ids = left.map(({ id }) => id);
      expect(ids).toContain(theirs.id);
      expect(ids).not.toContain(mine.id);
      expect(ids).not.toContain(late.id);
    });
  });
});
