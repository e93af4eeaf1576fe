import { issueCode } from "@/lib/agencies/commands/directory";
import { findBranch } from "@/lib/agencies/queries/branches";
import { openPool } from "@/lib/inventory/commands";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { invalid } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { CreateGroup, type Group } from "../contract";
import { groupCreated } from "../facts";
import { mayCreateGroup } from "../policy";
import { isAhead } from "../rules";
import { addGroup, asGroup, findGroup } from "../store/groups";
import { lockNumber } from "../store/numbers";

/** Opens a group with its pool of places and its join code. A branch manager's group is of their branch.
 * @throws Fault `branch_not_found`, `number_taken` when another group bears the number on these days,
 * `validation` for a code that would be dead already */
export const createGroup = command({
  name: "groups.create",
  input: CreateGroup,
  load: async (work, { branchId }) => {
    const own = isPerson(work.actor) ? work.actor.branchId : null;
    return { branchId: branchId ? (await findBranch(work, branchId)).id : own };
  },
  allow: mayCreateGroup,
  run: async (work, { capacity, meetingPoint, ...fields }, { branchId }): Promise<Group> => {
    const id = newId();
    if (!isAhead(fields.joinCodeExpiresAt, work.now)) throw invalid("joinCodeExpiresAt", "already_past");
    await lockNumber(work, { id, ...fields });
    const poolId = await openPool(work, { kind: "group", capacity });
    const joinCode = await issueCode(work, id);
    const meeting = {
      meetingLat: meetingPoint?.lat ?? null,
      meetingLng: meetingPoint?.lng ?? null,
      meetingLabel: meetingPoint?.label ?? null,
    };
    await addGroup(work, { ...fields, ...meeting, id, branchId, poolId, joinCode });
    work.tell(groupCreated, { agencyId: agencyOf(work), groupId: id });
    return asGroup(work, await findGroup(work, id));
  },
});
