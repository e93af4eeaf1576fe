import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { GroupPanel } from "@/components/groups/group-panel";
import { GroupsFilter } from "@/components/groups/groups-filter";
import { NoGroups } from "@/components/groups/groups-foot";
import { GroupsTable } from "@/components/groups/groups-table";
import { groupsAsked, readGroupsQuery } from "@/components/groups/list-query";
import { StateTabs } from "@/components/groups/state-tabs";
import { PageHeader } from "@/components/shell/headers";
import { listFoot } from "@/components/shell/list-foot";
import { isNarrowed, type RawQuery } from "@/components/shell/list-query";
import { listBranches } from "@/lib/agencies/queries/branches";
import { mayCreateGroup } from "@/lib/groups/policy";
import { listGroups } from "@/lib/groups/queries";
import { readHouse } from "@/server/doors/house";
import { pageCall, read } from "@/server/doors/page";
import { create } from "../actions";
import { ListTools } from "./list-tools";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("shell.nav.liveGroups");

export default async function GroupsPage({ params, searchParams }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/office/groups`;
  const call = await pageCall(agency, "office", home);
  const query = readGroupsQuery(await searchParams);
  const [page, branches, t] = await Promise.all([
    read(listGroups(call, { ...groupsAsked(query), cursor: query.cursor, limit: 25 })),
    read(listBranches(call, {})),
    getTranslations("shell.nav"),
  ]);
  const { actor } = call;
  const own = { branches: branches.data, ownBranchId: actor.branchId, tiles: readHouse().tiles };
  const mayCreate = !call.readOnly && mayCreateGroup(actor, { branchId: actor.branchId });
  const panel = mayCreate ? (
    <GroupPanel key="new" {...own} now={call.now.getTime()} home={home} create={create.bind(null, agency)} />
  ) : null;
  const branchNames = Object.fromEntries(branches.data.map(({ id, name }) => [id, name]));
  return (
    <>
      <PageHeader
        title={t("liveGroups")}
        actions={[<ListTools key="tools" {...{ call, agency, home, query, branchNames }} />, panel]}
      />
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <StateTabs home={home} query={query} />
        <GroupsFilter home={home} query={query} branches={actor.branchId ? [] : branches.data} />
      </div>
      <GroupsTable
        groups={page.data}
        {...{ home, branchNames }}
        footer={listFoot(home, query, page)}
        empty={<NoGroups home={home} isNarrowed={isNarrowed(query)} mayCreate={mayCreate} />}
      />
    </>
  );
}
