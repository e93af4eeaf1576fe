import { findMemberships } from "@/lib/agencies/queries/members";
import { release } from "@/lib/inventory/commands";
import { type Actor, isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, notFound } from "@/lib/kernel/fault";
import { AddMember, type GroupRole, MemberRef, UpdateMember } from "../contract";
import { groupLeft, memberChanged } from "../facts";
import { isGroupStaff, mayAppoint, mayChangeGroup, mayRemove } from "../policy";
import { computeConsent, leavesNobodyLeading } from "../rules";
import { type GroupRow, lockGroup } from "../store/groups";
import { countLeaders, findInRoster, lockMember, type MemberRow, setMember } from "../store/members";
import { enter } from "./enter";

/** Somebody whom the agency lets in. @throws Fault `member_not_found` */
export async function findMembership(work: Work, userId: string) {
  const [membership] = await findMemberships(work, [userId]);
  if (!membership || membership.disabledAt) throw notFound("member");
  return membership;
}

/** Who leads a group is a leader in the agency's eyes too; helping takes no role there. */
async function mustBeLeader(work: Work, userId: string) {
  const { roles } = await findMembership(work, userId);
  if (!roles.includes("leader")) throw conflict("not_a_leader");
}

/** Puts somebody of the agency into the group. Who is inside already stays as they are.
 * @throws Fault `member_not_found`, `not_a_leader`, `group_full` */
export const addMember = command({
  name: "groups.add_member",
  input: AddMember,
  load: async (work, { groupId, userId, role }) => {
    const group = await lockGroup(work, groupId);
    await findMembership(work, userId);
    return { group, role };
  },
  allow: (actor, { group, role }) => mayAppoint(actor, group, null, role),
  run: async (work, { userId, role, subGroup }, { group }) => {
    if (role === "leader") await mustBeLeader(work, userId);
    const [answer] = await enter([{ work, userId, role, subGroup }], group);
    if (answer instanceof Error) throw answer;
    return findInRoster(work, group, userId);
  },
});

type Place = { group: GroupRow; member: MemberRow };
const loadPlace = async (work: Work, { groupId, userId }: { groupId: string; userId: string }): Promise<Place> => {
  const group = await lockGroup(work, groupId);
  return { group, member: await lockMember(work, groupId, userId) };
};

const mayUpdateMember = (actor: Actor, { group, member, role }: Place & { role: GroupRole }) =>
  role === member.role ? mayChangeGroup(actor, group) : mayAppoint(actor, group, member.role, role);

/** Changes role or sub-group.
 * @throws Fault `member_not_found`, `not_a_leader` */
export const updateMember = command({
  name: "groups.update_member",
  input: UpdateMember,
  load: async (work, input) => {
    const place = await loadPlace(work, input);
    return { ...place, role: input.role ?? place.member.role };
  },
  allow: mayUpdateMember,
  run: async (work, { groupId, userId, subGroup }, { group, member, role }) => {
    if (role === "leader" && member.role !== "leader") await mustBeLeader(work, userId);
    await setMember(work, member, { role, ...(subGroup === undefined ? {} : { subGroup }) });
    work.tell(memberChanged, { agencyId: agencyOf(work), groupId, userId, role });
    return findInRoster(work, group, userId);
  },
});

/** Leaves the group, or sends somebody away. The place comes back once, sharing ends, streams are cut by the fact.
 * @throws Fault `member_not_found`, `last_leader` when nobody would lead a trip that runs */
export const removeMember = command({
  name: "groups.remove_member",
  // Nobody is kept in a group because its agency did not pay.
  evenReadOnly: true,
  input: MemberRef,
  load: loadPlace,
  allow: (actor, { group, member }) => mayRemove(actor, group, member),
  run: async (work, { groupId, userId }, { group, member }): Promise<void> => {
    const leaders = await countLeaders(work, groupId);
    const mustStay = leavesNobodyLeading(group, member.role, leaders, work.now);
    if (mustStay && !isGroupStaff(work.actor, group)) throw conflict("last_leader");
    await giveUpPlace(work, group, member, isPerson(work.actor) && work.actor.userId === userId ? "left" : "removed");
  },
});

/** The place goes back to the group, and nothing of this person is shown there any more. */
export async function giveUpPlace(work: Work, group: GroupRow, member: MemberRow, why: "left" | "removed") {
  await setMember(work, member, { leftAt: work.now, ...computeConsent("off", member, group, work.now) });
  if (member.claimId) await release(work, [member.claimId]);
  work.tell(groupLeft, { agencyId: agencyOf(work), groupId: group.id, userId: member.userId, why });
}
