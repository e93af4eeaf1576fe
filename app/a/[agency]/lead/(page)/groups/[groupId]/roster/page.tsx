import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { CodeLink } from "@/components/roster/code-link";
import { RosterDesk } from "@/components/roster/roster-desk";
import { PhoneHeader } from "@/components/shell/headers";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { GroupTag } from "@/components/ui/band";
import { mayAppoint, mayExportRoster } from "@/lib/groups/policy";
import { listJoinRequests, listMembers, readGroup } from "@/lib/groups/queries";
import { pageCall, read } from "@/server/doors/page";
import { readAll } from "@/server/doors/read-all";
import { add, approve, reject, remove, update } from "../../../../actions";

type Props = { params: Promise<{ agency: string; groupId: string }> };

export const generateMetadata = titled("groups.roster.title");

export default async function RosterPage({ params }: Props) {
  const { agency, groupId } = await params;
  const groupHref = `/a/${agency}/lead/groups/${groupId}`;
  const call = await pageCall(agency, "lead", `${groupHref}/roster`);
  const [group, members, requests, t] = await Promise.all([
    read(readGroup(call, { groupId })),
    read(readAll((page) => listMembers(call, { groupId, ...page }))),
    read(readAll((page) => listJoinRequests(call, { groupId, ...page }))),
    getTranslations("groups"),
  ]);
  const subject = { groupId, branchId: group.branchId, mine: group.mine?.role ?? null };
  const people = { add: add.bind(null, agency), remove: remove.bind(null, agency), update: update.bind(null, agency) };
  const acts = { ...people, approve: approve.bind(null, agency), reject: reject.bind(null, agency) };
  return (
    <>
      <KeepFresh agency={agency} seconds={45} />
      <PhoneHeader
        eyebrow={<bdi>{group.name}</bdi>}
        title={t("roster.title")}
        meta={t("places", { taken: group.members, capacity: group.capacity })}
        end={<GroupTag number={group.number} size={40} />}
      />
      <CodeLink group={group} href={`${groupHref}/roster/code`} />
      <RosterDesk
        group={{ id: group.id, number: group.number }}
        members={members}
        requests={requests}
        me={call.actor.userId}
        mayAppoint={mayAppoint(call.actor, subject, "pilgrim", "helper")}
        mayExport={mayExportRoster(call.actor, subject)}
        mapHref={`${groupHref}/map`}
        acts={acts}
      />
    </>
  );
}
