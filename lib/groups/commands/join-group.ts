import { welcome } from "@/lib/agencies/commands/members";
import type { Card } from "@/lib/agencies/contract/members";
import { findByCode } from "@/lib/agencies/queries/directory";
import { findMemberships, introduce } from "@/lib/agencies/queries/members";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { Fault } from "@/lib/kernel/fault";
import { only } from "@/lib/kernel/only";
import { type Joined, JoinGroup, type JoinOutcome } from "../contract";
import { groupRequested } from "../facts";
import { mayJoin } from "../policy";
import { isCodeLive } from "../rules";
import { findJoinable, type Joinable } from "../store/groups";
import { listInside } from "../store/members";
import { addRequests } from "../store/requests";
import { type Entrant, enter } from "./enter";

/** Most people who are let in by one commit. */
const AT_ONCE = 500;

type Wish = { code: string; card: Card | null };
type Subject = { joinable: Joinable; userId: string; newcomer: Card | null; shutOut: boolean };
type Answer = JoinOutcome | Error;

/** Unknown, expired, dead and another agency's codes are one and the same answer (R84). */
const unknown = () => new Fault("not_found", "join_code_unknown");

/** Everybody in a lane came with the same code of the same agency. */
async function loadMany(works: Work[], wishes: Wish[]): Promise<(Subject | Error)[]> {
  const work = works[0]!;
  const entry = await findByCode(work, wishes[0]!.code);
  const userIds = works.map(({ actor }) => (isPerson(actor) ? actor.userId : null));
  const people = userIds.filter((id) => id !== null);
  const [joinable, members] = await Promise.all([
    entry ? findJoinable(work, entry.subjectId) : null,
    people.length > 0 ? findMemberships(work, people) : [],
  ]);
  const known = new Map(members.map((row) => [row.userId, row]));
  return userIds.map((userId, i) => {
    if (!userId) return new Fault("unauthenticated", "unauthenticated");
    if (!joinable || !isCodeLive(joinable.group, work.now)) return unknown();
    const membership = known.get(userId);
    const { card } = wishes[i]!;
    const shutOut = membership ? membership.disabledAt !== null : card === null;
    return { joinable, userId, newcomer: membership ? null : card, shutOut };
  });
}

/** Lets everybody in, or notes their wish where the group asks for approval; answers in order of arrival. */
async function runMany(works: Work[], _wishes: Wish[], subjects: Subject[]): Promise<(Joined | Error)[]> {
  const { joinable } = subjects[0]!;
  const people = subjects.map(({ userId, newcomer }, i) => ({
    work: works[i]!,
    userId,
    newcomer,
    role: "pilgrim" as const,
  }));
  const answers: Answer[] = joinable.group.needsApproval
    ? await ask(people, joinable.group.id)
    : await enter(people, joinable.group);
  const { id, number, name, startsAt, endsAt } = joinable.group;
  const group = { id, number, name, startsAt, endsAt };
  return answers.map((outcome) => (outcome instanceof Error ? outcome : { outcome, agency: joinable.agency, group }));
}

async function ask(people: Entrant[], groupId: string): Promise<Answer[]> {
  const { work } = people[0]!;
  const userIds = people.map(({ userId }) => userId);
  const inside = new Set((await listInside(work, groupId, userIds)).map(({ userId }) => userId));
  const outside = [...new Set(userIds)].filter((id) => !inside.has(id));
  await welcome(people);
  for (const request of await addRequests(work, groupId, outside)) {
    const own = people.find(({ userId }) => userId === request.userId)!.work;
    own.changed("join_requests", request.id, null, request);
    own.tell(groupRequested, { agencyId: agencyOf(own), groupId, userId: request.userId });
  }
  return userIds.map((id) => (inside.has(id) ? "already_member" : "requested"));
}

/** Joins the group of a code; who is new to the agency becomes a pilgrim there in the same commit, never more (R83).
 * @throws Fault `join_code_unknown`, `group_full`, `forbidden` for whom the agency shut out */
export const joinGroup = command({
  name: "groups.join",
  input: JoinGroup,
  prepare: async (call, { code }): Promise<Wish> => ({ code, card: await introduce(call) }),
  load: async (work, wish) => only(await loadMany([work], [wish])),
  allow: mayJoin,
  run: async (work, wish, subject) => only(await runMany([work], [wish], [subject])),
  together: { key: ({ code }) => code, max: AT_ONCE, loadMany, allow: mayJoin, runMany },
});
