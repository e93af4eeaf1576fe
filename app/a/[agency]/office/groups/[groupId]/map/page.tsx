import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MapPage } from "@/components/office/map-page";
import { OfficeMap } from "@/components/office/office-map";
import { listMembers, readGroup } from "@/lib/groups/queries";
import { lookAtGroup, lookAtTrails } from "@/lib/tracking/commands/look";
import { mayExportWays, maySeeGroupPositions } from "@/lib/tracking/policy";
import { readMapPackInfo } from "@/lib/tracking/queries";
import { readHouse } from "@/server/doors/house";
import { pageCall, read } from "@/server/doors/page";
import { readAll } from "@/server/doors/read-all";
import { look, readWay } from "../../../actions";

type Props = { params: Promise<{ agency: string; groupId: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("shell.nav"))("map") });

export default async function OfficeMapPage({ params }: Props) {
  const { agency, groupId } = await params;
  const back = `/a/${agency}/office/groups/${groupId}`;
  const call = await pageCall(agency, "office", `${back}/map`);
  const group = await read(readGroup(call, { groupId }));
  const subject = { groupId, branchId: group.branchId, runs: group.state === "running" };
  if (!maySeeGroupPositions(call.actor, subject)) notFound();
  const [members, latest, trails, pack] = await Promise.all([
    readAll((page) => read(listMembers(call, { groupId, ...page }))),
    read(lookAtGroup(call, { groupId })),
    read(lookAtTrails(call, { groupId })),
    read(readMapPackInfo(call, {})),
  ]);
  const { id, number, name, startsAt, endsAt, timeZone, meetingPoint } = group;
  return (
    <MapPage back={back} group={group}>
      <OfficeMap
        agency={agency}
        group={{ id, number, name, startsAt, endsAt }}
        zone={timeZone}
        members={members.map(({ personName, ...member }) => ({ ...member, name: personName }))}
        userId={call.actor.userId}
        meetingPoint={meetingPoint}
        latest={latest.data}
        trails={trails}
        tiles={readHouse().tiles}
        packId={pack?.id ?? null}
        mayExport={mayExportWays(call.actor, subject)}
        now={call.now.getTime()}
        look={look.bind(null, agency)}
        readWay={readWay.bind(null, agency)}
      />
    </MapPage>
  );
}
