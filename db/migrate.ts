import { readFileSync } from "node:fs";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import { fenceHash, fenceSql } from "./fence";

const MIGRATION_LOCK = 7_201;
export type MigrationStatus = { tag: string; applied: boolean }[];

type Journal = { entries: { tag: string; when: number }[] };
const journal = (folder: string) => JSON.parse(readFileSync(`${folder}/meta/_journal.json`, "utf8")) as Journal;

/** Brings the database to this build's schema, then rebuilds the fence if it changed. Several nodes may start at once: one works, the others wait.
 * @param ownerUrl the role that owns the tables */
export async function migrate(ownerUrl: string, folder: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
    await rebuildFence(sql);
  } finally {
    await sql.end();
  }
}

async function rebuildFence(sql: Sql) {
  const hash = fenceHash();
  const [known] = await sql<
    { comment: string | null }[]
  >`select obj_description('public'::regnamespace, 'pg_namespace') as comment`;
  if (known?.comment === `fence ${hash}`) return;
  await sql.begin(async (tx) => {
    for (const statement of fenceSql()) await tx.unsafe(statement);
    await tx.unsafe(`comment on schema public is 'fence ${hash}'`);
  });
}

/** Which migrations of this build the database has. */
export async function migrationStatus(ownerUrl: string, folder: string): Promise<MigrationStatus> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const [table] = await sql<
      { known: string | null }[]
    >`select to_regclass('drizzle.__drizzle_migrations')::text as known`;
    const rows = table?.known
      ? await sql<{ created_at: string }[]>`select created_at from drizzle.__drizzle_migrations`
      : [];
    const applied = new Set(rows.map((row) => Number(row.created_at)));
    return journal(folder).entries.map(({ tag, when }) => ({ tag, applied: applied.has(when) }));
  } finally {
    await sql.end();
  }
}
