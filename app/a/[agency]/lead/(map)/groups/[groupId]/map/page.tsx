import { titled } from "@/app/titled";
import { LeadMapDesk } from "@/components/today/lead-map-desk";
import { LeadMapMeanwhile } from "@/components/today/lead-map-meanwhile";
import { listMembers, readGroup } from "@/lib/groups/queries";
import { lookAtGroup, lookAtTrails } from "@/lib/tracking/commands/look";
import { mayExportWays } from "@/lib/tracking/policy";
import { readMapPackInfo } from "@/lib/tracking/queries";
import { readHouse } from "@/server/doors/house";
import { pageCall, read } from "@/server/doors/page";
import { readAll } from "@/server/doors/read-all";

type Props = {
  params: Promise<{ agency: string; groupId: string }>;
  searchParams: Promise<{ person?: string | string[] }>;
};

export const generateMetadata = titled("shell.nav.map");

export default async function GroupMapPage({ params, searchParams }: Props) {
  const [{ agency, groupId }, { person }] = await Promise.all([params, searchParams]);
  const call = await pageCall(agency, "lead", `/a/${agency}/lead/groups/${groupId}/map`);
  const [group, members, latest, trails, pack] = await Promise.all([
    read(readGroup(call, { groupId })),
    read(readAll((page) => listMembers(call, { groupId, ...page }))),
    read(lookAtGroup(call, { groupId })),
    read(lookAtTrails(call, { groupId })),
    read(readMapPackInfo(call, {})),
  ]);
  const seen = { userId: call.actor.userId, group, members, latest: latest.data, trails };
  return (
    <LeadMapDesk
      {...seen}
      agency={agency}
      person={typeof person === "string" ? person : null}
      tiles={readHouse().tiles}
      packId={pack?.id ?? null}
      mayExport={mayExportWays(call.actor, { groupId, branchId: group.branchId, runs: group.state === "running" })}
      now={call.now.getTime()}
      meanwhile={<LeadMapMeanwhile {...seen} now={call.now} />}
    />
  );
}
