import { sql } from "drizzle-orm";
import type { GroupRole } from "@/lib/groups/contract";
import { avatarPath } from "@/lib/kernel/avatar-path";
import { agencyOf, type Work } from "@/lib/kernel/call";

export type Mark = { groupId: string; userId: string; seq: number };
type MarkRow = { group_id: string; user_id: string; seq: number };
const keyOf = (groupId: string, userId: string) => `${groupId} ${userId}`;

/** What somebody has yet to read: of others, after their pointer and their coming, and still there. */
const unreadOf = (user: ReturnType<typeof sql>) => sql`(
  select count(*)::int from messages m
  where m.agency_id = g.agency_id and m.group_id = g.group_id and m.seq > coalesce(r.seq, 0)
    and m.sender_id <> ${user} and m.withdrawn_at is null and m.sent_at >= g.joined_at)`;

type Reader = Pick<Mark, "groupId" | "userId">;

/** A reader wants to hear of this chat no more, or again. */
export async function setMuted(work: Work, { groupId, userId }: Reader, muted: boolean): Promise<void> {
  const agencyId = agencyOf(work);
  const rows = muted
    ? await work.tx.execute(sql`
        insert into chat_mutes (agency_id, group_id, user_id, created_at)
        values (${agencyId}::uuid, ${groupId}::uuid, ${userId}::uuid, ${work.now.toISOString()}::timestamptz)
        on conflict do nothing returning 1`)
    : await work.tx.execute(sql`
        delete from chat_mutes where agency_id = ${agencyId}::uuid and group_id = ${groupId}::uuid
          and user_id = ${userId}::uuid returning 1`);
  if (rows.length > 0) work.changed("chat_mutes", groupId, { muted: !muted }, { muted });
}

/** Does this reader want to hear nothing of this chat? */
export async function isMuted(work: Work, { groupId, userId }: Reader): Promise<boolean> {
  const rows = await work.tx.execute(sql`
    select 1 from chat_mutes where agency_id = ${agencyOf(work)}::uuid and group_id = ${groupId}::uuid
      and user_id = ${userId}::uuid`);
  return rows.length > 0;
}

/** Moves pointers forward, never past the last message and never back. @returns those that moved */
export async function moveMarks(work: Work, marks: readonly Mark[]): Promise<Mark[]> {
  const furthest = new Map<string, Mark>();
  for (const mark of marks) {
    const key = keyOf(mark.groupId, mark.userId);
    if ((furthest.get(key)?.seq ?? -1) < mark.seq) furthest.set(key, mark);
  }
  // One order for all, so that nobody waits in a ring.
  const list = [...furthest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mark]) => mark);
  const rows = await work.tx.execute<MarkRow>(sql`
    insert into read_pointers (agency_id, group_id, user_id, seq, read_at)
    select c.agency_id, c.group_id, u.user_id, least(u.seq, c.last_seq), ${work.now.toISOString()}::timestamptz
    from unnest(${sql.param(list.map((m) => m.groupId))}::uuid[], ${sql.param(list.map((m) => m.userId))}::uuid[],
      ${sql.param(list.map((m) => m.seq))}::int[]) with ordinality as u(group_id, user_id, seq, place)
    join chats c on c.agency_id = ${agencyOf(work)}::uuid and c.group_id = u.group_id
    order by u.place
    on conflict (agency_id, group_id, user_id) do update set seq = excluded.seq, read_at = excluded.read_at
      where read_pointers.seq < excluded.seq
    returning group_id, user_id, seq`);
  return rows.map(({ group_id, user_id, seq }) => ({ groupId: group_id, userId: user_id, seq }));
}

/** How far these people have read these groups, and what is left, by `marked(groupId, userId)`. */
export async function countUnread(work: Work, marks: readonly Reader[]) {
  const rows = await work.tx.execute<MarkRow & { unread: number }>(sql`
    select g.group_id, g.user_id, coalesce(r.seq, 0) as seq, ${unreadOf(sql`g.user_id`)} as unread
    from unnest(${sql.param(marks.map((m) => m.groupId))}::uuid[], ${sql.param(marks.map((m) => m.userId))}::uuid[])
      as u(group_id, user_id)
    join group_members g on g.agency_id = ${agencyOf(work)}::uuid and g.group_id = u.group_id
      and g.user_id = u.user_id and g.left_at is null
    left join read_pointers r on r.agency_id = g.agency_id and r.group_id = g.group_id and r.user_id = g.user_id`);
  const found = new Map(rows.map(({ group_id, user_id, seq, unread }) => [keyOf(group_id, user_id), { seq, unread }]));
  return (groupId: string, userId: string) => found.get(keyOf(groupId, userId)) ?? { seq: 0, unread: 0 };
}

type ReaderRow = {
  user_id: string;
  person_name: string;
  avatar: string | null;
  role: GroupRole;
  joined_at: string;
  seq: number;
};

/** Everybody of the group and how far they have read, by name. */
export async function listMarks(work: Work, groupId: string) {
  const rows = await work.tx.execute<ReaderRow>(sql`
    select g.user_id, p.person_name, p.avatar, g.role, g.joined_at, coalesce(r.seq, 0) as seq
    from group_members g
    join memberships p on p.agency_id = g.agency_id and p.user_id = g.user_id
    left join read_pointers r on r.agency_id = g.agency_id and r.group_id = g.group_id and r.user_id = g.user_id
    where g.agency_id = ${agencyOf(work)}::uuid and g.group_id = ${groupId}::uuid and g.left_at is null
    order by p.person_name, g.user_id`);
  return rows.map(({ user_id, person_name, avatar, role, joined_at, seq }) => ({
    userId: user_id,
    personName: person_name,
    avatar: avatarPath(user_id, avatar),
    role,
    joinedAt: new Date(joined_at).toISOString(),
    seq,
  }));
}

type SummaryRow = {
  group_id: string;
  number: number;
  name: string;
  ends_at: string;
  last_seq: number;
  unread: number;
  muted: boolean;
};

/** The chats this person is in: the trip that ends last comes first. */
export async function listOwn(work: Work, userId: string) {
  const rows = await work.tx.execute<SummaryRow>(sql`
    select g.group_id, t.number, t.name, t.ends_at, coalesce(c.last_seq, 0) as last_seq,
      ${unreadOf(sql`g.user_id`)} as unread, s.user_id is not null as muted
    from group_members g
    join groups t on t.agency_id = g.agency_id and t.id = g.group_id
    left join chats c on c.agency_id = g.agency_id and c.group_id = g.group_id
    left join read_pointers r on r.agency_id = g.agency_id and r.group_id = g.group_id and r.user_id = g.user_id
    left join chat_mutes s on s.agency_id = g.agency_id and s.group_id = g.group_id and s.user_id = g.user_id
    where g.agency_id = ${agencyOf(work)}::uuid and g.user_id = ${userId}::uuid and g.left_at is null
    order by t.ends_at desc, t.id limit 100`);
  return rows.map(({ group_id, number, name, ends_at, last_seq, unread, muted }) => ({
    groupId: group_id,
    number,
    name,
    endsAt: new Date(ends_at).toISOString(),
    lastSeq: last_seq,
    unread,
    muted,
  }));
}
