import { titled } from "@/app/titled";
import { currentOf } from "@/components/journey/trip";
import { MyToday } from "@/components/today/my-today";
import { listGroups, listMembers, listMyRequests } from "@/lib/groups/queries";
import { readProfile } from "@/lib/identity/queries";
import { pageCall, read } from "@/server/doors/page";
import { join, share } from "../actions";
import { readOwn } from "./own";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("shell.nav.today");

export default async function MyTodayPage({ params }: Props) {
  const { agency } = await params;
  const call = await pageCall(agency, "my", `/a/${agency}/my`);
  const [{ data }, me, asked, own] = await Promise.all([
    read(listGroups(call, { limit: 100 })),
    read(readProfile(call, {})),
    read(listMyRequests(call, {})),
    readOwn(call),
  ]);
  const groups = data.filter(({ mine }) => mine);
  const group = currentOf(groups);
  const leaders = group ? (await read(listMembers(call, { groupId: group.id, role: "leader" }))).data : [];
  return (
    <MyToday
      agency={agency}
      me={me}
      group={group}
      leaders={leaders}
      asked={asked}
      others={groups.filter(({ id }) => id !== group?.id)}
      leads={call.actor.leads.length > 0}
      now={call.now}
      {...own}
      join={join.bind(null, agency)}
      setSharing={share.bind(null, agency)}
    />
  );
}
