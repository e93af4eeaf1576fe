import { sql } from "drizzle-orm";
import type { GroupRole } from "@/lib/groups/contract";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { Fault, notFound } from "@/lib/kernel/fault";
import { reach } from "@/lib/kernel/permission";
import { type ChatSubject, goesOn, type Place } from "../policy";

type Row = {
  group_id: string;
  branch_id: string | null;
  starts_at: string;
  ends_at: string;
  user_id: string | null;
  role: GroupRole | null;
  joined_at: string | null;
  person_name: string | null;
};
type Found = Pick<ChatSubject, "groupId" | "branchId" | "startsAt" | "endsAt"> & { places: Map<string, Place> };

/** These groups, and which of these people travel with each. */
async function findPlaces(work: Work, groupIds: readonly string[], userIds: readonly string[]) {
  const rows = await work.tx.execute<Row>(sql`
    select g.id as group_id, g.branch_id, g.starts_at, g.ends_at, m.user_id, m.role, m.joined_at, p.person_name
    from groups g
    left join group_members m on m.agency_id = g.agency_id and m.group_id = g.id and m.left_at is null
      and m.user_id = any(${sql.param([...userIds])}::uuid[])
    left join memberships p on p.agency_id = m.agency_id and p.user_id = m.user_id
    where g.agency_id = ${agencyOf(work)}::uuid and g.id = any(${sql.param([...groupIds])}::uuid[])`);
  const groups = new Map<string, Found>();
  for (const row of rows) {
    const known = groups.get(row.group_id) ?? foundOf(row);
    groups.set(row.group_id, known);
    if (row.user_id && row.role && row.joined_at)
      known.places.set(row.user_id, {
        role: row.role,
        personName: row.person_name ?? "",
        joinedAt: new Date(row.joined_at),
      });
  }
  return groups;
}

const foundOf = ({ group_id, branch_id, starts_at, ends_at }: Row): Found => ({
  groupId: group_id,
  branchId: branch_id,
  startsAt: new Date(starts_at),
  endsAt: new Date(ends_at),
  places: new Map(),
});

/** May they know that the group exists? Who travels with it does, whatever their session remembers. */
function inReach({ actor }: Work, { groupId, branchId }: Found) {
  const far = reach(actor, "groups");
  if (far.scope === "agency") return true;
  if (far.scope === "branch") return far.branchId === branchId || far.groups.includes(groupId);
  return far.scope === "groups" && far.groups.includes(groupId);
}

export const personOf = ({ actor }: Work) => (isPerson(actor) ? actor.userId : null);

/** What each of these calls acts upon, or why it may not know. */
export async function loadSubjects(works: Work[], groupIds: string[]): Promise<(ChatSubject | Error)[]> {
  const first = works[0]!;
  const users = works.flatMap((work) => personOf(work) ?? []);
  const groups = await findPlaces(first, [...new Set(groupIds)], [...new Set(users)]);
  return works.map((work, i) => {
    const found = groups.get(groupIds[i]!);
    const place = found?.places.get(personOf(work) ?? "") ?? null;
    if (!found || (!place && !inReach(work, found))) return notFound("group");
    if (!goesOn(found, work.readOnly, work.now)) return new Fault("forbidden", "agency_read_only");
    const { groupId, branchId, startsAt, endsAt } = found;
    return { groupId, branchId, startsAt, endsAt, place, looking: false };
  });
}

/** The group as a command acts upon it. @throws Fault `group_not_found`, `agency_read_only` */
export async function loadSubject(work: Work, { groupId }: { groupId: string }): Promise<ChatSubject> {
  const [subject] = await loadSubjects([work], [groupId]);
  if (!subject || subject instanceof Error) throw subject ?? notFound("group");
  return subject;
}

/** The group as it is looked at, also by the office and also while the agency may only look. @throws Fault `group_not_found` */
export async function findSubject(work: Work, { groupId }: { groupId: string }): Promise<ChatSubject> {
  const userId = personOf(work);
  const found = (await findPlaces(work, [groupId], userId ? [userId] : [])).get(groupId);
  const place = found?.places.get(userId ?? "") ?? null;
  if (!found || (!place && !inReach(work, found))) throw notFound("group");
  const { branchId, startsAt, endsAt } = found;
  const looking = !place && userId !== null && (await isLooking(work, groupId, userId));
  return { groupId, branchId, startsAt, endsAt, place, looking };
}

async function isLooking(work: Work, groupId: string, userId: string): Promise<boolean> {
  const rows = await work.tx.execute(sql`
    select 1 from chat_looks where agency_id = ${agencyOf(work)}::uuid and group_id = ${groupId}::uuid
      and viewer_id = ${userId}::uuid and ends_at > ${work.now.toISOString()}::timestamptz limit 1`);
  return rows.length > 0;
}
