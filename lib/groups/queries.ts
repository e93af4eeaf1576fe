import { isPerson } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import { GroupRef, ListGroups, ListInGroup, ListMembers } from "./contract";
import { isOwnPlace, mayChangeGroup, mayListGroups, maySeeGroup } from "./policy";
import { asGroup, findGroup, listGroupRows } from "./store/groups";
import { listLooksAt } from "./store/looks";
import { listInside, listRoster } from "./store/members";
import { listWaiting } from "./store/requests";

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

const loadGroup = (work: Work, { groupId }: { groupId: string }) => findGroup(work, groupId);

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

/** Who waits to be let in. */
export const listJoinRequests = query({
  name: "groups.list_join_requests",
  input: ListInGroup,
  load: loadGroup,
  allow: mayChangeGroup,
  run: (work, input) => listWaiting(work, input),
});

/** Who looked at my position in this group since I joined. */
export const listLooks = query({
  name: "groups.list_looks",
  input: ListInGroup,
  load: async (work, { groupId }) => {
    await findGroup(work, groupId);
    const [mine] = isPerson(work.actor) ? await listInside(work, groupId, [work.actor.userId]) : [];
    if (!mine) throw notFound("member");
    return mine;
  },
  allow: isOwnPlace,
  run: (work, input, { userId, joinedAt }) => listLooksAt(work, { ...input, userId, since: joinedAt }),
});
