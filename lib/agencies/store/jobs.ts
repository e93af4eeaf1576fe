import { inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { agencies } from "@/db/schema/agencies";
import type { Work } from "@/lib/kernel/call";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { readKept } from "@/lib/kernel/plain-error";
import type { FailedJob, ListFailedJobs } from "../contract/jobs";

// Platform fence: the queue's own tables stay closed, these functions open what failed for good.

type Row = {
  id: string;
  task: string;
  agency_id: string | null;
  attempts: number;
  asked_at: string;
  error: string | null;
};
export type Job = { id: string; task: string };

const Key = z.tuple([z.string().regex(/^\d{1,18}$/)]);
/** A name that no job can have is the number of none. */
const numberOf = (id: string) => (Key.safeParse([id]).success ? id : "0");

/** The newest first. */
export async function listFailed(work: Work, { limit, cursor }: ListFailedJobs): Promise<Page<FailedJob>> {
  const [before] = cursor ? decodeCursor(cursor, Key) : [null];
  const rows = await work.tx.execute<Row>(sql`
    select id::text, task, agency_id, attempts, asked_at, error from failed_jobs(${before}::bigint, ${limitOf(limit)})`);
  const names = await namesOf(work, rows);
  const shown = [...rows].map(({ agency_id, asked_at, error, ...job }) => ({
    ...job,
    agency: agency_id ? { id: agency_id, name: names.get(agency_id) ?? agency_id } : null,
    askedAt: new Date(asked_at),
    ...readKept(error),
  }));
  return cutPage(shown, limit, ({ id }) => [id]);
}

async function namesOf({ tx }: Work, rows: readonly Row[]) {
  const ids = [...new Set(rows.flatMap(({ agency_id }) => agency_id ?? []))];
  if (ids.length === 0) return new Map<string, string>();
  const found = await tx
    .select({ id: agencies.id, name: agencies.name })
    .from(agencies)
    .where(inArray(agencies.id, ids));
  return new Map(found.map(({ id, name }) => [id, name]));
}

const COUNTED = 1_000;
/** How many there are, up to a thousand, and since when the oldest of them waits. */
export async function countFailed({ tx }: Work): Promise<{ count: number; oldest: Date | null }> {
  const [row] = await tx.execute<{ count: number; oldest: string | null }>(
    sql`select count(*)::int as count, min(asked_at) as oldest from failed_jobs(null, ${COUNTED})`,
  );
  return { count: row?.count ?? 0, oldest: row?.oldest ? new Date(row.oldest) : null };
}

/** Sends one back to be tried again, or all of them. */
export const retryFailed = async ({ tx }: Work, id: string | null): Promise<Job[]> => [
  ...(await tx.execute<Job>(
    sql`select id::text, task from retry_failed_jobs(${id === null ? null : numberOf(id)}::bigint)`,
  )),
];

export async function dropFailed({ tx }: Work, id: string): Promise<Job | null> {
  const [job] = await tx.execute<Job>(sql`select id::text, task from drop_failed_job(${numberOf(id)}::bigint)`);
  return job ?? null;
}

/** Drops what was tried for the last time before that hour. */
export async function dropFailedBefore(work: Work, before: Date): Promise<Job[]> {
  const dropped: Job[] = [];
  let cursor: string | undefined;
  do {
    const page = await listFailed(work, { limit: 100, cursor });
    const old = page.data.filter(({ failedAt, askedAt }) => (failedAt ?? askedAt) < before);
    for (const { id } of old) {
      const job = await dropFailed(work, id);
      if (job) dropped.push(job);
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return dropped;
}
