import { sql } from "drizzle-orm";
import { agencyOf, type Work } from "@/lib/kernel/call";

/** The numbers a group's chat has given out. */
export type Numbers = { lastSeq: number; lastRev: number; leadersOnly: boolean };
type Row = { group_id: string; last_seq: number; last_rev: number; leaders_only: boolean };

const NONE: Numbers = { lastSeq: 0, lastRev: 0, leadersOnly: false };
const columns = sql`group_id, last_seq, last_rev, leaders_only`;
const numbersOf = (rows: readonly Row[]) =>
  new Map<string, Numbers>(
    rows.map(({ group_id, last_seq, last_rev, leaders_only }) => [
      group_id,
      { lastSeq: last_seq, lastRev: last_rev, leadersOnly: leaders_only },
    ]),
  );

/** Where a chat stands; one in which nobody has spoken has no row. */
export async function findNumbers(work: Work, groupId: string): Promise<Numbers> {
  const rows = await work.tx.execute<Row>(sql`
    select ${columns} from chats where agency_id = ${agencyOf(work)}::uuid and group_id = ${groupId}::uuid`);
  return numbersOf(rows).get(groupId) ?? NONE;
}

/** The same, and nobody else takes a number until the commit. Always in one order, so that nobody waits in a ring. */
export async function lockNumbers(work: Work, groupIds: readonly string[]): Promise<Map<string, Numbers>> {
  return numbersOf(
    await work.tx.execute<Row>(sql`
      select ${columns} from chats
      where agency_id = ${agencyOf(work)}::uuid and group_id = any(${sql.param([...groupIds])}::uuid[])
      order by group_id for no key update`),
  );
}

/** The first word in these groups. */
export const openChats = (work: Work, groupIds: readonly string[]) =>
  work.tx.execute(sql`
    insert into chats (agency_id, group_id)
    select ${agencyOf(work)}::uuid, id from unnest(${sql.param([...groupIds].sort())}::uuid[]) as id
    on conflict do nothing`);

/** Locked, and opened where nobody has spoken. */
export async function takeNumbers(work: Work, groupId: string): Promise<Numbers> {
  const known = (await lockNumbers(work, [groupId])).get(groupId);
  if (known) return known;
  await openChats(work, [groupId]);
  return (await lockNumbers(work, [groupId])).get(groupId) ?? NONE;
}

/** Keeps what was given out, on the way to the commit. The driver has no way to write lists of truths. */
export function setNumbers(work: Work, taken: ReadonlyMap<string, Numbers>) {
  const list = [...taken];
  work.tx.send(
    work.tx.execute(sql`
      update chats set last_seq = n.seq, last_rev = n.rev, leaders_only = n.closed = 1
      from unnest(${sql.param(list.map(([id]) => id))}::uuid[], ${sql.param(list.map(([, n]) => n.lastSeq))}::int[],
        ${sql.param(list.map(([, n]) => n.lastRev))}::int[], ${sql.param(list.map(([, n]) => Number(n.leadersOnly)))}::int[]
      ) as n(id, seq, rev, closed)
      where agency_id = ${agencyOf(work)}::uuid and group_id = n.id`),
  );
}
