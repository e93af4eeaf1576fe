import { readFileSync } from "node:fs";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import { fenceHash, fenceSql } from "./fence";
import { StartError } from "./start-error";

const MIGRATION_LOCK = 7_201;
export type MigrationStatus = { tag: string; state: "applied" | "waiting" | "unknown" }[];

type Journal = { entries: { tag: string; when: number }[] };
const journal = (folder: string) => JSON.parse(readFileSync(`${folder}/meta/_journal.json`, "utf8")) as Journal;

/** Brings the database to this build's schema, then rebuilds the fence if it changed. Several nodes may start at once: one works, the others wait.
 * @param ownerUrl the role that owns the tables
 * @throws StartError for a database that a newer build has changed */
export async function migrate(ownerUrl: string, folder: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await refuseNewer(sql, folder);
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

/** Of one that only a newer build knows nothing but its day is known. */
const dayOf = (when: number) => new Date(when).toISOString().slice(0, 10);

/** When each migration that the database has was written. */
async function appliedTo(sql: Sql): Promise<number[]> {
  const [table] = await sql<
    { known: string | null }[]
  >`select to_regclass('drizzle.__drizzle_migrations')::text as known`;
  if (!table?.known) return [];
  const rows = await sql<{ created_at: string }[]>`select created_at from drizzle.__drizzle_migrations`;
  return rows.map((row) => Number(row.created_at));
}

/** An older build would put its own fence over tables it does not know, and write rows that the newer one misreads. */
async function refuseNewer(sql: Sql, folder: string) {
  const { tag, when } = journal(folder).entries.at(-1)!;
  const newer = (await appliedTo(sql)).filter((applied) => applied > when);
  if (newer.length === 0) return;
  const newest = dayOf(Math.max(...newer));
  const changes = newer.length === 1 ? "1 change" : `${newer.length} changes`;
  throw new StartError(
    `A newer Qafila has opened this database: it holds ${changes} of its tables, the last of ${newest}, that this build does not know (it knows those up to ${tag}). Start the newer build again, or put back the backup that was made before the update.`,
  );
}

/** Which migrations of this build the database has, and which it has of none that this build knows. */
export async function migrationStatus(ownerUrl: string, folder: string): Promise<MigrationStatus> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const { entries } = journal(folder);
    const applied = new Set(await appliedTo(sql));
    const ours = entries.map(({ tag, when }) => ({
      tag,
      state: applied.delete(when) ? ("applied" as const) : ("waiting" as const),
    }));
    const unknown = [...applied].sort((a, b) => a - b).map((when) => ({ tag: dayOf(when), state: "unknown" as const }));
    return [...ours, ...unknown];
  } finally {
    await sql.end();
  }
}
