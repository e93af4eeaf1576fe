import { ExportGroups } from "@/components/groups/export-groups";
import { type GroupsQuery, groupsAsked } from "@/components/groups/list-query";
import { listHref } from "@/components/shell/list-query";
import { SavedViews } from "@/components/views/saved-views";
import { mayExportGroups } from "@/lib/groups/policy";
import { listViews } from "@/lib/views/queries";
import type { PageCall } from "@/server/doors/page";
import { exportAll } from "../actions";
import { dropView, keepView } from "./views-actions";

type ListToolsProps = {
  call: PageCall;
  agency: string;
  home: string;
  query: GroupsQuery;
  branchNames: Readonly<Record<string, string>>;
};

/** Beside the title of the list: the reader's own views of it, and the file. */
export async function ListTools({ call, agency, home, query, branchNames }: ListToolsProps) {
  const views = await listViews(call, { place: "groups" });
  const search = listHref("", query, {}).slice(1);
  return (
    <>
      <SavedViews
        {...{ home, search }}
        views={views.data}
        save={keepView.bind(null, agency)}
        remove={dropView.bind(null, agency)}
      />
      {mayExportGroups(call.actor) ? (
        <ExportGroups query={groupsAsked(query)} branchNames={branchNames} read={exportAll.bind(null, agency)} />
      ) : null}
    </>
  );
}
