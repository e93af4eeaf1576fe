import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { MemberRef } from "../contract";
import { groupDecided } from "../facts";
import { type GroupSubject, mayChangeGroup } from "../policy";
import { findGroup } from "../store/groups";
import { lockRequest, type RequestRow, setRequests } from "../store/requests";
import { enter } from "./enter";
import { findMembership } from "./members";

const loadRequest = async (work: Work, { groupId, userId }: { groupId: string; userId: string }) => {
  const group = await findGroup(work, groupId);
  return { group, request: await lockRequest(work, groupId, userId) };
};
const mayDecide = (actor: Work["actor"], { group }: { group: GroupSubject }) => mayChangeGroup(actor, group);

function tellDecided(work: Work, { id, groupId, userId }: RequestRow, decision: "approved" | "rejected") {
  work.changed("join_requests", id, { state: "waiting" }, { state: decision });
  work.tell(groupDecided, { agencyId: agencyOf(work), groupId, userId, decision });
}

/** Lets somebody who asked into the group.
 * @throws Fault `join_request_not_found`, also when it was decided already; `group_full`, `member_not_found` */
export const approveRequest = command({
  name: "groups.approve_request",
  input: MemberRef,
  load: loadRequest,
  allow: mayDecide,
  run: async (work, { userId }, { group, request }) => {
    // The agency may have parted with them since.
    await findMembership(work, userId);
    const [answer] = await enter([{ work, userId, role: "pilgrim" }], group);
    if (answer instanceof Error) throw answer;
    setRequests(work, group.id, [userId], "approved");
    tellDecided(work, request, "approved");
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
    tellDecided(work, request, "rejected");
  },
});
