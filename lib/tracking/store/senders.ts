import { sql } from "drizzle-orm";
import { agencyOf, type Work } from "@/lib/kernel/call";
import type { SharingState } from "../contract";
import type { Consent } from "../rules/consent";

/** One group a person travels in: whether they share there, and within which window. */
export type Travel = Consent & { groupId: string; startsAt: Date; endsAt: Date };
type Row = {
  user_id: string;
  group_id: string;
  sharing: SharingState;
  consented_at: string | null;
  paused_at: string | null;
  resumed_at: string | null;
  starts_at: string;
  ends_at: string;
};

const dateOf = (text: string | null) => (text === null ? null : new Date(text));

/** Where these people travel, by user; without an entry somebody travels nowhere. */
export async function listTravels(work: Work, userIds: readonly string[]): Promise<Map<string, Travel[]>> {
  const rows = await work.tx.execute<Row>(sql`
    select m.user_id, m.group_id, m.sharing, m.consented_at, m.paused_at, m.resumed_at, g.starts_at, g.ends_at
    from group_members m join groups g on g.agency_id = m.agency_id and g.id = m.group_id
    where m.agency_id = ${agencyOf(work)}::uuid and m.user_id = any(${sql.param([...userIds])}::uuid[]) and m.left_at is null`);
  const travels = new Map<string, Travel[]>();
  for (const row of rows) {
    const list = travels.get(row.user_id) ?? [];
    list.push({
      groupId: row.group_id,
      sharing: row.sharing,
      consentedAt: dateOf(row.consented_at),
      pausedAt: dateOf(row.paused_at),
      resumedAt: dateOf(row.resumed_at),
      startsAt: new Date(row.starts_at),
      endsAt: new Date(row.ends_at),
    });
    travels.set(row.user_id, list);
  }
  return travels;
}
