import { findByCode } from "@/lib/agencies/queries/directory";
import { isPerson } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { anyone, nothing } from "@/lib/kernel/command";
import { Fault } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import {
  ExportGroups,
  ExportRoster,
  type Group,
  GroupRef,
  type Invitation,
  JoinGroup,
  ListCandidates,
  ListGroups,
  ListInGroup,
  ListMembers,
  ListMyRequests,
  type Member,
} from "./contract";
import {
  isGroupStaff,
  judgeTrip,
  mayChangeGroup,
  mayExportGroups,
  mayExportRoster,
  mayListGroups,
  maySeeGroup,
} from "./policy";
import { isCodeLive } from "./rules";
import { listOutside } from "./store/candidates";
import { asGroup, findGroup, findJoinable, listGroupRows } from "./store/groups";
import { listInside, listLeaderNames, listRoster } from "./store/members";
import { isWaiting, listAsked, listWaiting } from "./store/requests";

/** Groups within the caller's reach, the latest trip first. */
export const listGroups = query({
  name: "groups.list",
  input: ListGroups,
  load: nothing,
  allow: mayListGroups,
  run: async (work, input) => {
    const page = await listGroupRows(work, input);
    return { ...page, data: page.data.map((row) => asGroup(work, row)) };
  },
});

const EXPORT_PAGE = 500;

/** Every group of a list, for a file. */
export const exportGroups = query({
  name: "groups.export",
  input: ExportGroups,
  load: nothing,
  allow: mayExportGroups,
  run: async (work, input) => {
    const data: Group[] = [];
    let cursor: string | undefined;
    do {
      const page = await listGroupRows(work, { ...input, limit: EXPORT_PAGE, cursor });
      data.push(...page.data.map((row) => asGroup(work, row)));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return { data };
  },
});

/** What a join code opens. Unknown, expired and dead codes are one and the same answer (R84).
 * @throws Fault `join_code_unknown` */
export const readInvitation = query({
  name: "groups.read_invitation",
  input: JoinGroup,
  load: async (work, { code }) => {
    const entry = await findByCode(work, code);
    const joinable = entry ? await findJoinable(work, entry.subjectId) : null;
    if (!joinable || !isCodeLive(joinable.group, work.now)) throw new Fault("not_found", "join_code_unknown");
    return joinable;
  },
  allow: anyone,
  run: async (work, _input, { agency, group, isFull }): Promise<Invitation> => {
    const { id, number, name, startsAt, endsAt, timeZone, needsApproval } = group;
    const [leaders, standing] = await Promise.all([listLeaderNames(work, id), standingIn(work, id)]);
    const state = judgeTrip(group, work.now);
    const shown = { id, number, name, startsAt, endsAt, timeZone, needsApproval, state, isFull };
    return { agency, group: shown, leaders, standing };
  },
});

async function standingIn(work: Work, groupId: string): Promise<Invitation["standing"]> {
  if (!isPerson(work.actor)) return "outside";
  const { userId } = work.actor;
  const [inside, waiting] = await Promise.all([listInside(work, groupId, [userId]), isWaiting(work, groupId, userId)]);
  return inside.length > 0 ? "inside" : waiting ? "waiting" : "outside";
}

const loadGroup = (work: Work, { groupId }: { groupId: string }) => findGroup(work, groupId);

/** One group, as much of it as the caller may know. @throws Fault `group_not_found` */
export const readGroup = query({
  name: "groups.read",
  input: GroupRef,
  load: loadGroup,
  allow: maySeeGroup,
  run: async (work, _input, group) => asGroup(work, group),
});

/** The roster: leaders first, then helpers, then pilgrims by name. */
export const listMembers = query({
  name: "groups.list_members",
  input: ListMembers,
  load: loadGroup,
  allow: maySeeGroup,
  run: (work, input, group) => listRoster(work, group, input),
});

/** Whom the office may put into the group: who may lead first, then by name. */
export const listCandidates = query({
  name: "groups.list_candidates",
  input: ListCandidates,
  load: loadGroup,
  allow: isGroupStaff,
  run: async (work, input) => ({ data: await listOutside(work, input) }),
});

/** Everybody of a roster, for a file. */
export const exportRoster = query({
  name: "groups.export_roster",
  input: ExportRoster,
  load: loadGroup,
  allow: mayExportRoster,
  run: async (work, input, group) => {
    const data: Member[] = [];
    let cursor: string | undefined;
    do {
      const page = await listRoster(work, group, { ...input, limit: EXPORT_PAGE, cursor });
      data.push(...page.data);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return { data };
  },
});

/** Who waits to be let in. */
export const listJoinRequests = query({
  name: "groups.list_join_requests",
  input: ListInGroup,
  load: loadGroup,
  allow: mayChangeGroup,
  run: (work, input) => listWaiting(work, input),
});

/** The groups whose leader has yet to let me in. */
export const listMyRequests = query({
  name: "groups.list_my_requests",
  input: ListMyRequests,
  load: async ({ actor }) => (isPerson(actor) ? actor.userId : null),
  allow: mayListGroups,
  run: async (work, _input, userId) => (userId ? listAsked(work, userId) : []),
});
