import { welcome } from "@/lib/agencies/commands/members";
import type { Card } from "@/lib/agencies/contract/members";
import { claimLocked, lockPools } from "@/lib/inventory/commands";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { conflict, isFault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import type { GroupRole } from "../contract";
import { groupDecided, groupJoined } from "../facts";
import { addToGroup, listInside } from "../store/members";
import { type Asker, listAskers, setRequests } from "../store/requests";

export type Entrant = { work: Work; userId: string; role: GroupRole; subGroup?: string | null; newcomer?: Card | null };
type Entered = "joined" | "already_member" | Error;

/** Lets people into a group in order of arrival, each with one place of its pool; `group_full` is returned, not thrown.
 * The pool's lock comes before the look at who is inside, so that nobody can enter twice. */
export async function enter(entrants: readonly Entrant[], group: { id: string; poolId: string }): Promise<Entered[]> {
  const { work } = entrants[0]!;
  const userIds = entrants.map(({ userId }) => userId);
  const [pools, members, askers] = await Promise.all([
    lockPools(work, [group.poolId]),
    listInside(work, group.id, userIds),
    listAskers(work, group.id, userIds),
  ]);
  const inside = new Set(members.map(({ userId }) => userId));
  const fresh = entrants
    .filter(({ userId }, i) => !inside.has(userId) && userIds.indexOf(userId) === i)
    .map((entrant) => ({ ...entrant, id: newId() }));
  if (fresh.length === 0) return entrants.map(() => "already_member");

  const wishes = fresh.map(({ id }) => [{ poolId: group.poolId, quantity: 1, holder: `group_member:${id}` }]);
  const grants = await claimLocked(work, pools, wishes, "sold");
  const rows = fresh.flatMap(({ work: own, id, userId, role, subGroup, newcomer }, i) => {
    const grant = grants[i]!;
    const claimId = isFault(grant) ? null : grant[0]!.claimId;
    return claimId
      ? [{ own, newcomer, row: { id, groupId: group.id, userId, role, claimId, subGroup: subGroup ?? null } }]
      : [];
  });
  await admit(work, group.id, rows, askers);

  const admitted = new Set(rows.map(({ row }) => row.userId));
  const first = new Map(fresh.map((entrant) => [entrant.userId, entrant.work]));
  return entrants.map(({ work: own, userId }) => {
    if (inside.has(userId)) return "already_member";
    if (!admitted.has(userId)) return conflict("group_full");
    return first.get(userId) === own ? "joined" : "already_member";
  });
}

type Admitted = { own: Work; newcomer?: Card | null; row: Parameters<typeof addToGroup>[1][number] };

type Decision = "approved" | "rejected" | "withdrawn";
/** A wish was granted or refused: whoever asked is told, and whoever was asked has nothing to do any more. */
export function tellDecided(work: Work, groupId: string, { id, userId }: Asker, decision: Decision) {
  work.changed("join_requests", id, { state: "waiting" }, { state: decision });
  work.tell(groupDecided, { agencyId: agencyOf(work), groupId, userId, decision });
}

async function admit(work: Work, groupId: string, rows: readonly Admitted[], askers: readonly Asker[]) {
  if (rows.length === 0) return;
  const userIds = rows.map(({ row }) => row.userId);
  await welcome(rows.map(({ own, newcomer, row }) => ({ work: own, userId: row.userId, newcomer })));
  addToGroup(
    work,
    rows.map(({ row }) => row),
  );
  setRequests(work, groupId, userIds, "approved");
  for (const { own, row } of rows) {
    own.changed("group_members", row.id, null, row);
    own.tell(groupJoined, { agencyId: agencyOf(own), groupId, userId: row.userId, role: row.role });
    // By whichever door they came in.
    const asked = askers.find(({ userId }) => userId === row.userId);
    if (asked) tellDecided(own, groupId, asked, "approved");
  }
}
