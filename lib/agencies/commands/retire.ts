import { agencyOf, type Work } from "@/lib/kernel/call";
import { branchChanged } from "../facts";
import { isStaff } from "../policy";
import { clearManager } from "../store/branches";
import { listMembers } from "../store/members";
import { endRequests } from "../store/requests";

/** Plain verb: whoever works here no more, at this moment, leads no branch, and their wishes and permissions are over. */
export async function retire(work: Work, userId: string): Promise<void> {
  const [member] = await listMembers(work, [userId]);
  if (member && !member.removedAt && isStaff(member.roles)) return;
  await endRequests(work, userId);
  for (const branchId of await clearManager(work, userId)) {
    work.tell(branchChanged, { agencyId: agencyOf(work), branchId });
  }
}
