import { titled } from "@/app/titled";
import { HelpDesk } from "@/components/journey/help-desk";
import { currentOf } from "@/components/journey/trip";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listGroups, listMembers } from "@/lib/groups/queries";
import { pageCall, read } from "@/server/doors/page";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("shell.nav.help");

export default async function HelpPage({ params }: Props) {
  const { agency } = await params;
  const call = await pageCall(agency, "my", `/a/${agency}/my/help`);
  const [{ data }, office] = await Promise.all([read(listGroups(call, { limit: 100 })), read(readAgency(call, {}))]);
  const group = currentOf(data.filter(({ mine }) => mine));
  const leaders = group ? (await read(listMembers(call, { groupId: group.id, role: "leader" }))).data : [];
  return <HelpDesk group={group} leaders={leaders} office={office} mapHref={`/a/${agency}/my/map`} />;
}
