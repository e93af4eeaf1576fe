import { isPerson } from "@/lib/kernel/actor";
import { agencyOf } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { SetSharing, type Sharing } from "../contract";
import { sharingChanged } from "../facts";
import { isOwnPlace } from "../policy";
import { computeConsent, judgeTrip } from "../rules";
import { findGroup } from "../store/groups";
import { lockMember, setMember } from "../store/members";

/** Begins, pauses or ends sharing one's own position in a group: only the person themself can.
 * @throws Fault `group_not_found`, `member_not_found` for whoever has no place in it */
export const setSharing = command({
  name: "groups.set_sharing",
  evenReadOnly: true,
  input: SetSharing,
  load: async (work, { groupId }) => {
    const group = await findGroup(work, groupId);
    if (!isPerson(work.actor)) throw notFound("member");
    const member = await lockMember(work, groupId, work.actor.userId);
    return { group, member, userId: member.userId };
  },
  allow: isOwnPlace,
  run: async (work, { groupId, state }, { group, member, userId }): Promise<Sharing> => {
    const changes = state !== member.sharing;
    const { consentedAt } = changes ? await setMember(work, member, computeConsent(state, member, work.now)) : member;
    if (changes) {
      work.tell(sharingChanged, { agencyId: agencyOf(work), groupId, userId, state });
    }
    const { startsAt, endsAt } = group;
    const sharesNow = state === "on" && judgeTrip(group, work.now) === "running";
    return { state, consentedAt, sharesNow, startsAt, endsAt };
  },
});
