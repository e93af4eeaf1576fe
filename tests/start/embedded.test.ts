import { statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { joinEmbedded, openEmbedded } from "@/db/embedded";
import { scratchFolder } from "@/tests/support/scratch";
import { killDatabase, killHard, notes, openElsewhere, postmasterOf, query } from "./machine";

const scratch = scratchFolder();
const dataDir = join(scratch.path, "data");
const opened: { stop: () => Promise<void> }[] = [];
const open = async (log = notes().log) => {
  const database = await openEmbedded({ dataDir, log });
  opened.push(database);
  return database;
};
afterEach(async () => {
  for (const database of opened.splice(0)) await database.stop();
});
afterAll(() => {
  killDatabase(dataDir);
  scratch.remove();
});

describe("the embedded database", () => {
  it("is made on the first start, says so, and keeps its passwords to itself", async () => {
    const { log, lines } = notes();
    const database = await open(log);
    expect(lines[0]).toContain("first start only");
    expect(statSync(join(dataDir, "database.json")).mode & 0o777).toBe(0o600);
    await query(database.ownerUrl, "create table kept (value text)");
    await query(database.ownerUrl, "insert into kept values ('before')");
  });

  it("opens again at the same address, with what was in it", async () => {
    const database = await open();
    expect(await query(database.ownerUrl, "select value from kept")).toEqual([{ value: "before" }]);
  });

  it("lets nobody from outside in and writes durably", async () => {
    const database = await open();
    const settings = ["listen_addresses", "fsync", "synchronous_commit", "max_connections"];
    const rows = await Promise.all(settings.map((name) => query(database.ownerUrl, `show ${name}`)));
    expect(rows.map(([row]) => Object.values(row ?? {})[0])).toEqual(["127.0.0.1", "on", "on", "200"]);
    await expect(query(database.ownerUrl.replace(/:[^:@]+@/, ":guess@"), "select 1")).rejects.toThrow(/password/);
  });

  it("gives the program a login without rights of its own, and the owner no power over the fence", async () => {
    const database = await open();
    await expect(query(database.loginUrl, "select * from kept")).rejects.toThrow(/permission denied/);
    await expect(query(database.loginUrl, "create table mine (a int)")).rejects.toThrow(/permission denied/);
    await expect(query(database.loginUrl, "set role postgres")).rejects.toThrow(/permission denied/);
    await query(database.loginUrl, "set role qafila_tenant");
    await query(database.loginUrl, "set role qafila_platform");
    const strong = await query(
      database.ownerUrl,
      "select rolname from pg_roles where rolname like 'qafila%' and (rolsuper or rolbypassrls or rolreplication)",
    );
    expect(strong).toEqual([]);
  });

  it("lets the owner make databases for tests, extensions included", async () => {
    const database = await open();
    await query(database.ownerUrl, "create database branch");
    const branch = database.ownerUrl.replace(/qafila$/, "branch");
    const found = await query(branch, "select extname from pg_extension where extname <> 'plpgsql' order by 1");
    expect(found.map((row) => row.extname)).toEqual(["btree_gist", "citext", "pg_trgm", "pgcrypto"]);
    await query(branch, "create table twin (a int)");
    await query(database.ownerUrl, "create database leaf template branch");
    expect(await query(database.ownerUrl.replace(/qafila$/, "leaf"), "select count(*)::int from twin")).toHaveLength(1);
  });

  it("moves to another port when its own is taken", async () => {
    const first = await open();
    const port = Number(new URL(first.ownerUrl).port);
    await first.stop();
    const squatter = createServer();
    await new Promise<void>((done) => squatter.listen(port, "127.0.0.1", done));
    const second = await open();
    expect(Number(new URL(second.ownerUrl).port)).not.toBe(port);
    squatter.close();
  });
});

describe("after kill -9", () => {
  it("of the program, the next one takes over the living server, and a third is refused", async () => {
    const { child, said } = await openElsewhere(dataDir);
    expect(said).toMatchObject({ kind: "open", adopted: false });
    const server = postmasterOf(dataDir);
    await killHard(child);
    const database = await open();
    expect(database.adopted).toBe(true);
    expect(postmasterOf(dataDir)).toBe(server);
    expect(joinEmbedded(dataDir)?.ownerUrl).toBe(database.ownerUrl);

    const third = await openElsewhere(dataDir);
    expect(third.said.text).toMatch(/^StartError: Another Qafila \(process \d+\) already uses the data folder/);
    await database.stop();
    expect(joinEmbedded(dataDir)).toBeNull();
  });

  it("of program and PostgreSQL together, it opens and nothing committed is lost", async () => {
    const { child, said } = await openElsewhere(dataDir);
    await query(said.ownerUrl ?? "", "insert into kept values ('just committed')");
    const gone = killHard(child);
    killDatabase(dataDir);
    await gone;
    const database = await open();
    const rows = await query(database.ownerUrl, "select value from kept");
    expect(rows).toContainEqual({ value: "just committed" });
  });

  it("of the postmaster while one of its servers works on, it outlasts the orphan", async () => {
    const { child, said } = await openElsewhere(dataDir);
    const endless = query(said.ownerUrl ?? "", "do $$ begin loop perform 1; end loop; end $$").catch(() => "cut off");
    await vi.waitFor(
      async () => {
        const busy = await query(said.ownerUrl ?? "", "select 1 from pg_stat_activity where query like 'do $$%'");
        expect(busy).toHaveLength(1);
      },
      { timeout: 60_000 },
    );
    await killHard(child);
    process.kill(postmasterOf(dataDir), "SIGKILL");
    await open();
    expect(await endless).toBe("cut off");
  });

  it("of PostgreSQL alone, the running program brings it back at the same address", async () => {
    const { log, lines } = notes();
    const database = await open(log);
    killDatabase(dataDir);
    await vi.waitFor(() => query(database.ownerUrl, "select 1"), { timeout: 60_000, interval: 50 });
    await vi.waitFor(() => expect(lines.at(-1)).toBe("The database is back."), { timeout: 60_000 });
  });
});
