import { issueCode } from "@/lib/agencies/commands/directory";
import { findBranch } from "@/lib/agencies/queries/branches";
import { resize } from "@/lib/inventory/commands";
import type { Actor } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { invalid } from "@/lib/kernel/fault";
import { parse } from "@/lib/kernel/parse";
import { type Group, type JoinCode, RotateCode, TripWindow, UpdateGroup } from "../contract";
import { groupChanged } from "../facts";
import { judgeTrip, mayChangeGroup, mayCreateGroup } from "../policy";
import { isAhead, showCode } from "../rules";
import { asGroup, findGroup, type GroupRow, lockGroup, setGroup } from "../store/groups";
import { closeConsents } from "../store/members";
import { lockNumber } from "../store/numbers";

type Subject = { group: GroupRow; moveTo: string | null | undefined };

/** Moving a group to another branch takes the right to open one there. */
const mayUpdate = (actor: Actor, { group, moveTo }: Subject) =>
  mayChangeGroup(actor, group) &&
  (moveTo === undefined || moveTo === group.branchId || mayCreateGroup(actor, { branchId: moveTo }));

/** Changes what is given and nothing else. Fewer places than people block new ones and send nobody away (R7).
 * @throws Fault `group_not_found`, `branch_not_found`, `number_taken`, `validation` when the trip would end before it starts
 * or last too long */
export const updateGroup = command({
  name: "groups.update",
  input: UpdateGroup,
  load: async (work, { groupId, branchId }): Promise<Subject> => {
    const group = await lockGroup(work, groupId);
    if (branchId) await findBranch(work, branchId);
    return { group, moveTo: branchId };
  },
  allow: mayUpdate,
  run: async (work, { groupId, capacity, meetingPoint, ...fields }, { group }): Promise<Group> => {
    const meeting = meetingPoint === undefined ? {} : meetingColumns(meetingPoint);
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const window = { startsAt: fields.startsAt ?? group.startsAt, endsAt: fields.endsAt ?? group.endsAt };
    if (!isAhead(fields.joinCodeExpiresAt, work.now)) throw invalid("joinCodeExpiresAt", "already_past");
    if (fields.startsAt || fields.endsAt) parse(TripWindow, window);
    // What was so before may stay: only who moves a group onto another's number is refused.
    if (fields.number || fields.startsAt || fields.endsAt)
      await lockNumber(work, { id: group.id, number: fields.number ?? group.number, ...window });
    if (judgeTrip(group, work.now) === "past") await closeConsents(work, groupId, group.endsAt);
    await setGroup(work, group, { ...given, ...meeting });
    if (capacity !== undefined && capacity !== group.capacity) await setCapacity(work, group, capacity);
    tellChanged(work, groupId);
    return asGroup(work, await findGroup(work, groupId));
  },
});

const meetingColumns = (point: { lat: number; lng: number; label: string } | null) => ({
  meetingLat: point?.lat ?? null,
  meetingLng: point?.lng ?? null,
  meetingLabel: point?.label ?? null,
});

async function setCapacity(work: Work, group: GroupRow, capacity: number) {
  await resize(work, group.poolId, capacity);
  work.changed("pools", group.poolId, { capacity: group.capacity }, { capacity });
}

const tellChanged = (work: Work, groupId: string) => work.tell(groupChanged, { agencyId: agencyOf(work), groupId });

/** A fresh join code; the old one is dead at once. Without `expiresAt` it lives until the trip ends.
 * @throws Fault `validation` when `expiresAt` has passed */
export const rotateCode = command({
  name: "groups.rotate_code",
  input: RotateCode,
  load: (work, { groupId }) => lockGroup(work, groupId),
  allow: mayChangeGroup,
  run: async (work, { groupId, expiresAt }, group): Promise<JoinCode> => {
    if (!isAhead(expiresAt, work.now)) throw invalid("expiresAt", "already_past");
    const joinCode = await issueCode(work, groupId);
    const joinCodeExpiresAt = expiresAt ?? null;
    await setGroup(work, group, { joinCode, joinCodeExpiresAt });
    tellChanged(work, groupId);
    return { joinCode: showCode(joinCode), joinCodeExpiresAt };
  },
});
