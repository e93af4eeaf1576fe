import type { Sql, TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openClient } from "@/db/client";
import { fencedTables, platformTables } from "@/db/fence";
import { type FenceRole, fenced, type Tx } from "@/db/tx";
import { newId } from "@/lib/kernel/ids";
import { openOwner } from "../kernel/support";
import { newWorld, type World } from "../support/world";
import { agencyTables, dropForeignKeys, rowMakers } from "./filling";

let world: World;
let login: Sql;
let owner: Sql;
let makeRow: Awaited<ReturnType<typeof rowMakers>>;

/** Raw SQL as the application would run it, with every filter of its own left out. */
const inside = <T>(role: FenceRole, agencyId: string | null, work: (sql: TransactionSql) => Promise<T>) =>
  login.begin(async (sql) => {
    await sql`select set_config('role', ${role}, true), set_config('app.agency_id', ${agencyId ?? ""}, true)`;
    return work(sql);
  }) as Promise<T>;
const asTenant = <T>(agencyId: string | null, work: (sql: TransactionSql) => Promise<T>) =>
  inside("qafila_tenant", agencyId, work);

beforeAll(async () => {
  world = await newWorld(8);
  owner = openOwner(world.house);
  login = world.house.database.sql;
  await dropForeignKeys(owner);
  makeRow = await rowMakers(owner);
  for (const agency of [world.agency, world.rival]) {
    for (const table of agencyTables) {
      const { text, values } = makeRow(table, agency.id);
      await asTenant(agency.id, (sql) => sql.unsafe(text, values));
    }
  }
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

describe.each(fencedTables)("[R80] the fence around $name", (table) => {
  const { name, key } = table;

  it("shows one agency's rows and nobody else's, whatever is asked", async () => {
    for (const [mine, other] of [
      [world.agency, world.rival],
      [world.rival, world.agency],
    ] as const) {
      const rows = await asTenant(mine.id, (sql) =>
        sql.unsafe(`select ${key} as agency from ${name} where true or ${key} = '${other.id}'`),
      );
      expect(new Set(rows.map(({ agency }) => agency))).toEqual(new Set([mine.id]));
    }
  });

  it("shows nothing when no agency is set", async () => {
    expect(await asTenant(null, (sql) => sql.unsafe(`select 1 from ${name}`))).toHaveLength(0);
  });

  it("takes no row for another agency, and moves none there", async () => {
    const foreign =
      table.name === "agencies"
        ? { text: "update agencies set id = $1", values: [newId()] as never[] }
        : makeRow(table, world.rival.id);
    await expect(asTenant(world.agency.id, (sql) => sql.unsafe(foreign.text, foreign.values))).rejects.toThrow(
      /row-level security/,
    );
    const move = asTenant(world.agency.id, (sql) => sql.unsafe(`update ${name} set ${key} = '${world.rival.id}'`));
    await expect(move).rejects.toThrow(/row-level security|permission denied|duplicate key/);
  });

  it("lets nobody change or remove another agency's rows", async () => {
    for (const verb of [
      `update ${name} set ${key} = ${key} where ${key} = '${world.rival.id}'`,
      `delete from ${name} where ${key} = '${world.rival.id}'`,
    ]) {
      const done = await asTenant(world.agency.id, (sql) => sql.unsafe(verb)).catch((error: Error) => error.message);
      expect(typeof done === "string" ? done : done.count).toSatisfy(
        (answer) => answer === 0 || /permission denied/.test(String(answer)),
      );
    }
    const left = await asTenant(world.rival.id, (sql) => sql.unsafe(`select 1 from ${name}`));
    expect(left.length).toBeGreaterThan(0);
  });

  it("gives the login role by itself nothing", async () => {
    await expect(login.unsafe(`select 1 from ${name} limit 1`)).rejects.toThrow(/permission denied/);
  });
});

describe("[R80] the whole database", () => {
  const ROLES = ["qafila_tenant", "qafila_platform", "qafila_login", "public"];

  it("has no table outside the fence but those of the platform", async () => {
    const tables = await owner<{ name: string; fenced: boolean; forced: boolean }[]>`
      select relname as name, relrowsecurity as fenced, relforcerowsecurity as forced from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by relname`;
    expect(tables.map(({ name }) => name)).toEqual([...fencedTables.map(({ name }) => name), ...platformTables].sort());
    const open = tables.filter(({ fenced, forced }) => !fenced || !forced).map(({ name }) => name);
    expect(open).toEqual(["one_time_codes", "probes", "refresh_tokens", "sessions", "users"]);
  });

  it("[R79] keeps identity rows for the platform role alone", async () => {
    expect([...platformTables].sort()).toEqual(["one_time_codes", "probes", "refresh_tokens", "sessions", "users"]);
    for (const name of platformTables) {
      await expect(asTenant(world.agency.id, (sql) => sql.unsafe(`select 1 from ${name}`))).rejects.toThrow(
        /permission denied/,
      );
      await expect(login.unsafe(`select 1 from ${name}`)).rejects.toThrow(/permission denied/);
    }
  });

  it("lets the platform touch of an agency's rows only what stands here", async () => {
    const touched = Object.fromEntries(
      fencedTables.filter(({ platform }) => platform !== "none").map(({ name, platform }) => [name, platform]),
    );
    expect(touched).toEqual({
      agencies: "all",
      agency_access: "read",
      agency_figures: "read",
      audit_log: "all",
      branches: "read",
      deliveries: "all",
      directory: "all",
      facts: "all",
      group_members: "read",
      guest_sessions: "all",
      idempotency_keys: "all",
      invitations: "all",
      later: "all",
      memberships: "all",
      notifications: "all",
    });
    for (const { name, platform } of fencedTables) {
      const read = await inside("qafila_platform", null, (sql) => sql.unsafe(`select 1 from ${name}`)).catch(
        (e: Error) => e.message,
      );
      const write = await inside("qafila_platform", null, (sql) => sql.unsafe(`delete from ${name} where false`)).catch(
        (e: Error) => e.message,
      );
      expect([name, typeof read === "string"]).toEqual([name, platform === "none"]);
      expect([name, typeof write === "string"]).toEqual([name, platform !== "all" || name === "audit_log"]);
    }
  });

  it("is held by the policy and by nothing else: without it the same question shows the rival's rows", async () => {
    const seen = await owner
      .begin(async (sql) => {
        await sql`alter policy groups_qafila_tenant on groups using (true)`;
        await sql`select set_config('role', 'qafila_tenant', true), set_config('app.agency_id', ${world.agency.id}, true)`;
        const rows = await sql<{ agency: string }[]>`select agency_id as agency from groups`;
        return Promise.reject(Object.assign(new Error("rolled back"), { seen: rows.map(({ agency }) => agency) }));
      })
      .catch((error: { seen: string[] }) => error.seen);
    expect(seen).toContain(world.rival.id);
  });

  it("lets nobody read a partition directly, where the parent's policy does not count", async () => {
    const parts = await owner<
      { name: string }[]
    >`select relname as name from pg_class where relispartition and relkind = 'r'`;
    expect(parts.length).toBeGreaterThan(10);
    for (const { name } of parts.slice(0, 3)) {
      for (const role of ["qafila_tenant", "qafila_platform"] as const) {
        await expect(inside(role, world.agency.id, (sql) => sql.unsafe(`select 1 from ${name}`))).rejects.toThrow(
          /permission denied/,
        );
      }
    }
    const granted = await owner`
      select table_name, grantee from information_schema.role_table_grants
      where table_schema = 'public' and grantee = any(${ROLES}) and table_name = any(${parts.map(({ name }) => name)})`;
    expect([...granted]).toEqual([]);
  });

  it("logs in as a role that owns nothing, inherits nothing and stands under every policy", async () => {
    const { username } = new URL(world.house.database.loginUrl);
    const [role] = await owner`
      select rolsuper, rolbypassrls, rolinherit, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as owns from pg_roles r where rolname = ${username}`;
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolinherit: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: 0,
    });
    const grants =
      await owner`select table_name from information_schema.role_table_grants where table_schema = 'public' and grantee in (${username}, 'PUBLIC')`;
    expect([...grants]).toEqual([]);
    const groups =
      await owner`select rolname from pg_roles where rolname like 'qafila%' and (rolsuper or rolbypassrls)`;
    expect([...groups]).toEqual([]);
  });

  it("has these functions that run with the owner's rights, and the tenant may call none of them", async () => {
    const functions = await owner<{ name: string; call: string }[]>`
      select proname as name, format('%I(%s)', proname, concat_ws(', ', variadic array(
        select format('null::%s', format_type(one, null)) from unnest(proargtypes) one))) as call
      from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by proname`;
    expect(functions.map(({ name }) => name)).toEqual([
      "drop_failed_job",
      "failed_jobs",
      "keep_position_days",
      "refuse_erased_logins",
      "retry_failed_jobs",
    ]);
    for (const { call } of functions)
      await expect(asTenant(world.agency.id, (sql) => sql.unsafe(`select ${call}`))).rejects.toThrow(
        /permission denied/,
      );
  });
});

describe("[R80] one connection, used by one after the other", () => {
  it("never carries the last one's agency or role on, whether it ended well or badly", async () => {
    const single = openClient(world.house.database.loginUrl, 1);
    const seen = async () =>
      (
        await single.sql`select current_user = session_user as plain, coalesce(current_setting('app.agency_id', true), '') as agency`
      )[0];
    const ends = [
      async () => undefined,
      () => Promise.reject(new Error("a bug")),
      (tx: Tx) => tx.execute("select 1 / 0"),
    ];
    for (const end of ends) {
      await fenced(single, "qafila_tenant", world.agency.id, false, async (tx) => {
        await tx.execute("select 1 from groups");
        return end(tx);
      }).catch(() => undefined);
      expect(await seen()).toEqual({ plain: true, agency: "" });
      const rows = await fenced(single, "qafila_tenant", null, true, (tx) => tx.execute("select 1 from groups"));
      expect(rows).toHaveLength(0);
      const theirs = await fenced(single, "qafila_tenant", world.rival.id, true, (tx) =>
        tx.execute<{ a: string }>("select agency_id as a from groups"),
      );
      expect(new Set(theirs.map(({ a }) => a))).toEqual(new Set([world.rival.id]));
    }
    await single.close();
  });

  it("keeps fifty parallel transactions of two agencies apart on eight connections", async () => {
    const looks = Array.from({ length: 50 }, async (_, i) => {
      const mine = i % 2 ? world.agency : world.rival;
      const rows = await fenced(world.house.database, "qafila_tenant", mine.id, true, (tx) =>
        tx.execute<{ a: string }>("select agency_id as a from branches"),
      );
      return rows.every(({ a }) => a === mine.id) && rows.length > 0;
    });
    expect(await Promise.all(looks)).toEqual(Array(50).fill(true));
  });

  it("refuses an agency that is no id, instead of seeing everything", async () => {
    for (const odd of ["*", "' or true --", "null"]) {
      const look = fenced(world.house.database, "qafila_tenant", odd, true, (tx) => tx.execute("select 1 from groups"));
      await expect(look).rejects.toThrow();
    }
  });
});
