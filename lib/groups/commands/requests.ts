import { lockPools } from "@/lib/inventory/commands";
import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { MemberRef } from "../contract";
import { type GroupSubject, mayChangeGroup } from "../policy";
import { findGroup } from "../store/groups";
import { lockRequest, setRequests } from "../store/requests";
import { enter, tellDecided } from "./enter";
import { findMembership } from "./members";

const loadRequest = async (work: Work, { groupId, userId }: { groupId: string; userId: string }) => {
  const group = await findGroup(work, groupId);
  return { group, request: await lockRequest(work, groupId, userId) };
};
const mayDecide = (actor: Work["actor"], { group }: { group: GroupSubject }) => mayChangeGroup(actor, group);

/** Lets somebody who asked into the group.
 * @throws Fault `join_request_not_found`, also when it was decided already; `group_full`, `member_not_found` */
export const approveRequest = command({
  name: "groups.approve_request",
  input: MemberRef,
  load: async (work, input) => {
    // First the places, then the wish, as whoever enters by another door.
    const { poolId } = await findGroup(work, input.groupId);
    await lockPools(work, [poolId]);
    return loadRequest(work, input);
  },
  allow: mayDecide,
  run: async (work, { userId }, { group, request }) => {
    // The agency may have parted with them since.
    await findMembership(work, userId);
    const [answer] = await enter([{ work, userId, role: "pilgrim" }], group);
    if (answer instanceof Error) throw answer;
    if (answer === "joined") return;
    setRequests(work, group.id, [userId], "approved");
    tellDecided(work, group.id, request, "approved");
  },
});

/** @throws Fault `join_request_not_found`, also when it was decided already */
export const rejectRequest = command({
  name: "groups.reject_request",
  input: MemberRef,
  load: loadRequest,
  allow: mayDecide,
  run: async (work, { userId }, { group, request }) => {
    setRequests(work, group.id, [userId], "rejected");
    tellDecided(work, group.id, request, "rejected");
  },
});
