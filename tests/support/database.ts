import postgres from "postgres";
import { inject } from "vitest";
import { type Database, openClient } from "@/db/client";
import { newId } from "@/lib/kernel/ids";

const at = (url: string, database: string) => url.replace(/\/[^/]+$/, `/${database}`);

export type TestDatabase = Database & { ownerUrl: string; loginUrl: string; drop: () => Promise<void> };

/** What happens one after another needs few: every connection that stands open learns all tables and plans anew. */
const FEW = 3;

/** A database of its own, cloned from the migrated template. `max` connections, as many as a race needs. */
export async function freshDatabase(max = FEW): Promise<TestDatabase> {
  const { ownerUrl, loginUrl } = inject("cluster");
  const name = `t_${newId().replaceAll("-", "")}`;
  const admin = postgres(at(ownerUrl, "postgres"), { max: 1, onnotice: () => undefined });
  // Two files may clone at once, and a template with a session on it can't be cloned.
  await admin`select pg_advisory_lock(7202)`;
  // Copied as files: page by page it goes through the WAL, packed, which took a fifth of all that PostgreSQL did here.
  await admin.unsafe(`create database ${name} template qafila_template strategy file_copy`);
  await admin`select pg_advisory_unlock(7202)`;
  await admin.end();
  const client = openClient(at(loginUrl, name), max);
  return {
    ...client,
    ownerUrl: at(ownerUrl, name),
    loginUrl: at(loginUrl, name),
    drop: async () => {
      await client.close();
      await dropDatabase(name);
    },
  };
}

/** Takes a test's database away. */
export async function dropDatabase(name: string): Promise<void> {
  const admin = postgres(at(inject("cluster").ownerUrl, "postgres"), { max: 1, onnotice: () => undefined });
  await dropped(admin, name);
  await admin.end();
}

/** The house's own vacuum may be at work in it, which its owner may not end: it goes by itself in a moment. */
async function dropped(admin: postgres.Sql, name: string, tries = 100): Promise<void> {
  try {
    await admin.unsafe(`drop database ${name} with (force)`);
  } catch (error) {
    if (tries === 0) throw error;
    await admin`select pg_sleep(0.05)`;
    await dropped(admin, name, tries - 1);
  }
}
