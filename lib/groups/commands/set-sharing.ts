import { isPerson } from "@/lib/kernel/actor";
import { agencyOf } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { SetSharing, type Sharing } from "../contract";
import { sharingChanged } from "../facts";
import { isOwnPlace, judgeTrip, sharingNow } from "../policy";
import { computeConsent } from "../rules";
import { findGroup } from "../store/groups";
import { lockMember, setMember } from "../store/members";

/** Begins, pauses or ends sharing one's own position in a group: only the person themself can. The answer is what holds
 * now: a trip that is over leaves nothing to agree to.
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
    // What is shown as off may be a consent that has run out: then "on" gives a new one, and "off" takes its past back.
    const stands = state === member.sharing && state === sharingNow(member, group, work.now);
    const after = stands ? member : await setMember(work, member, computeConsent(state, member, group, work.now));
    const shown = sharingNow(after, group, work.now);
    if (!stands) work.tell(sharingChanged, { agencyId: agencyOf(work), groupId, userId, state: shown });
    const { startsAt, endsAt } = group;
    const sharesNow = shown === "on" && judgeTrip(group, work.now) === "running";
    return { state: shown, consentedAt: shown === "off" ? null : after.consentedAt, sharesNow, startsAt, endsAt };
  },
});
