import { type RawQuery, readListQuery } from "@/components/shell/list-query";

/** What the address of the groups says; without an order the latest come first. */
export const readGroupsQuery = (raw: RawQuery) =>
  readListQuery(raw, {
    q: "text",
    state: ["upcoming", "running", "past"],
    branch: "id",
    sort: ["earliest", "number", "name"],
  });
export type GroupsQuery = ReturnType<typeof readGroupsQuery>;

/** The same for who reads the groups. */
export const groupsAsked = ({ q, state, branch, sort }: GroupsQuery) => ({ q, state, branchId: branch, sort });
