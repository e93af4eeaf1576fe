import { sql } from "drizzle-orm";
import type { SharingState } from "@/lib/groups/contract";
import type { Consent, Window } from "@/lib/groups/policy";
import { agencyOf, type Work } from "@/lib/kernel/call";

/** One group a person travels in: what they agreed to there, and the trip's window. */
export type Travel = Consent & Window & { groupId: string };
type Row = {
  user_id: string;
  group_id: string;
  sharing: SharingState;
  consented_at: string | null;
  shows_from: string | null;
  consent_until: string | null;
  paused_at: string | null;
  pauses: [from: string, to: string][];
  starts_at: string;
  ends_at: string;
};

const dateOf = (text: string | null) => (text === null ? null : new Date(text));

/** Where these people travel, by user; without an entry somebody travels nowhere. */
export async function listTravels(work: Work, userIds: readonly string[]): Promise<Map<string, Travel[]>> {
  const rows = await work.tx.execute<Row>(sql`
    select m.user_id, m.group_id, m.sharing, m.consented_at, m.shows_from, m.consent_until, m.paused_at, m.pauses, g.starts_at, g.ends_at
    from group_members m join groups g on g.agency_id = m.agency_id and g.id = m.group_id
    where m.agency_id = ${agencyOf(work)}::uuid and m.user_id = any(${sql.param([...userIds])}::uuid[]) and m.left_at is null`);
  const travels = new Map<string, Travel[]>();
  for (const row of rows) {
    const list = travels.get(row.user_id) ?? [];
    list.push({
      groupId: row.group_id,
      sharing: row.sharing,
      consentedAt: dateOf(row.consented_at),
      showsFrom: dateOf(row.shows_from),
      consentUntil: dateOf(row.consent_until),
      pausedAt: dateOf(row.paused_at),
      pauses: row.pauses,
      startsAt: new Date(row.starts_at),
      endsAt: new Date(row.ends_at),
    });
    travels.set(row.user_id, list);
  }
  return travels;
}
