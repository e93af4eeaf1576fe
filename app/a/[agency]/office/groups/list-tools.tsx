import { ExportGroups } from "@/components/groups/export-groups";
import { type GroupsQuery, groupsAsked } from "@/components/groups/list-query";
import { mayExportGroups } from "@/lib/groups/policy";
import type { PageCall } from "@/server/doors/page";
import { exportAll } from "../actions";
import { KeptViews } from "../kept-views";

type ListToolsProps = {
  call: PageCall;
  agency: string;
  home: string;
  query: GroupsQuery;
  branchNames: Readonly<Record<string, string>>;
};

/** Beside the title of the list: the reader's own views of it, and the file. */
export function ListTools({ call, agency, home, query, branchNames }: ListToolsProps) {
  return (
    <>
      <KeptViews {...{ call, agency, home, query }} place="groups" />
      {mayExportGroups(call.actor) ? (
        <ExportGroups query={groupsAsked(query)} branchNames={branchNames} read={exportAll.bind(null, agency)} />
      ) : null}
    </>
  );
}
