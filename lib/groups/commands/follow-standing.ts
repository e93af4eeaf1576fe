import { z } from "zod";
import { findMemberships } from "@/lib/agencies/queries/members";
import { isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command, nothing } from "@/lib/kernel/command";
import { memberChanged, sharingChanged } from "../facts";
import { computeConsent } from "../rules";
import { type GroupRow, lockGroup } from "../store/groups";
import { listInside, listPlaceIds, type MemberRow, setMember } from "../store/members";
import { withdrawRequests } from "../store/requests";
import { tellDecided } from "./enter";
import { giveUpPlace } from "./members";

type Standing = { removedAt: Date | null; disabledAt: Date | null; roles: readonly string[] };

async function follow(work: Work, standing: Standing | undefined, group: GroupRow, member: MemberRow) {
  const place = { agencyId: agencyOf(work), groupId: group.id, userId: member.userId };
  if (!standing || standing.removedAt) return giveUpPlace(work, group, member, "removed");
  if (standing.disabledAt) {
    if (member.sharing === "off") return;
    await setMember(work, member, computeConsent("off", member, group, work.now));
    return work.tell(sharingChanged, { ...place, state: "off" });
  }
  if (member.role !== "leader" || standing.roles.includes("leader")) return;
  await setMember(work, member, { role: "pilgrim" });
  work.tell(memberChanged, { ...place, role: "pilgrim" });
}

/** Somebody's places in trips that run or are to come follow how they stand in the agency at this moment: who is out of it
 * gives them up; who is shut out keeps them, since one press lets them in again, but is shown nowhere; who is no leader any
 * more leads no group. Trips that are over keep who was there. Safe to repeat. */
export const followStanding = command({
  name: "groups.follow_standing",
  evenReadOnly: true,
  input: z.strictObject({ userId: z.uuid() }),
  load: nothing,
  allow: isSystem,
  run: async (work, { userId }): Promise<void> => {
    const [standing] = await findMemberships(work, [userId]);
    const asked = !standing || standing.removedAt ? await withdrawRequests(work, userId) : [];
    for (const one of asked) tellDecided(work, one.groupId, one, "withdrawn");
    for (const groupId of await listPlaceIds(work, userId)) {
      const group = await lockGroup(work, groupId);
      const [member] = await listInside(work, groupId, [userId]);
      if (member) await follow(work, standing, group, member);
    }
  },
});
