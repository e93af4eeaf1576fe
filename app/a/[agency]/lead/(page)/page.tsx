import { titled } from "@/app/titled";
import { currentOf, isLed } from "@/components/journey/trip";
import { LeadToday } from "@/components/today/lead-today";
import { NoGroup } from "@/components/today/no-group";
import { listGroups, listMembers } from "@/lib/groups/queries";
import { readProfile } from "@/lib/identity/queries";
import { rolesOf } from "@/lib/kernel/permission";
import { lookAtGroup } from "@/lib/tracking/commands/look";
import { pageCall, read } from "@/server/doors/page";
import { readAll } from "@/server/doors/read-all";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("shell.nav.today");

export default async function LeadTodayPage({ params }: Props) {
  const { agency } = await params;
  const call = await pageCall(agency, "lead", `/a/${agency}/lead`);
  const [{ data }, me] = await Promise.all([read(listGroups(call, { limit: 100 })), read(readProfile(call, {}))]);
  const groups = data.filter(isLed);
  const group = currentOf(groups);
  if (!group) return <NoGroup my={rolesOf(call.actor).includes("pilgrim") ? `/a/${agency}/my` : null} />;
  const groupId = group.id;
  const runs = group.state === "running";
  const [members, latest] = await Promise.all([
    runs ? read(readAll((page) => listMembers(call, { groupId, ...page }))) : [],
    runs ? read(lookAtGroup(call, { groupId })) : { data: [] },
  ]);
  return (
    <LeadToday
      agency={agency}
      me={me}
      group={group}
      members={members}
      latest={latest.data}
      others={groups.filter(({ id }) => id !== groupId)}
      now={call.now}
    />
  );
}
