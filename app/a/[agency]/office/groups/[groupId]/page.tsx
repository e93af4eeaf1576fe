import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GroupDesk } from "@/components/groups/group-desk";
import { readRosterQuery } from "@/components/groups/roster-query";
import { KeepFresh } from "@/components/shell/keep-fresh";
import type { RawQuery } from "@/components/shell/list-query";
import { listBranches } from "@/lib/agencies/queries/branches";
import { mayLookInto } from "@/lib/chat/policy";
import { isGroupStaff, mayExportRoster } from "@/lib/groups/policy";
import { listJoinRequests, listMembers, readGroup } from "@/lib/groups/queries";
import { maySeeGroupPositions } from "@/lib/tracking/policy";
import { readHouse } from "@/server/doors/house";
import { pageCall, read } from "@/server/doors/page";
import { groupActs } from "../../group-acts";

type Params = { agency: string; groupId: string };
type Props = { params: Promise<Params>; searchParams: Promise<RawQuery> };

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("groups"))("title") });

export default async function GroupPage({ params, searchParams }: Props) {
  const { agency, groupId } = await params;
  const home = `/a/${agency}/office/groups`;
  const call = await pageCall(agency, "office", `${home}/${groupId}`);
  const found = await read(readGroup(call, { groupId }));
  const group = call.readOnly ? { ...found, mayChange: false } : found;
  const query = readRosterQuery(await searchParams);
  const { trail: _, ...narrowing } = query;
  const [branches, roster, requests] = await Promise.all([
    read(listBranches(call, {})),
    read(listMembers(call, { groupId, ...narrowing, limit: 50 })),
    group.mayChange && group.waiting ? read(listJoinRequests(call, { groupId, limit: 20 })) : null,
  ]);
  const mayAdd = group.mayChange && isGroupStaff(call.actor, { groupId, branchId: group.branchId });
  const seesMap = maySeeGroupPositions(call.actor, {
    groupId,
    branchId: group.branchId,
    runs: group.state === "running",
  });
  return (
    <>
      <KeepFresh agency={agency} seconds={60} />
      <GroupDesk
        {...{ group, roster, query, home }}
        actor={call.actor}
        branches={branches.data}
        requests={requests?.data ?? []}
        now={call.now}
        house={readHouse()}
        mapHref={seesMap ? `${home}/${groupId}/map` : null}
        chatHref={mayLookInto(call.actor) ? `${home}/${groupId}/chat` : null}
        acts={groupActs(agency, {
          mayAdd,
          mayExport: mayExportRoster(call.actor, { groupId, branchId: group.branchId }),
        })}
      />
    </>
  );
}
