import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RosterSheet } from "@/components/groups/roster-sheet";
import { readAgency } from "@/lib/agencies/queries/agency";
import { mayExportRoster } from "@/lib/groups/policy";
import { listMembers, readGroup } from "@/lib/groups/queries";
import { readProfile } from "@/lib/identity/queries";
import { pageCall, read } from "@/server/doors/page";
import { readAll } from "@/server/doors/read-all";

type Props = { params: Promise<{ agency: string; groupId: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("shell.sheet"))("title"),
});

/** The whole roster on paper, for whoever may take it out of the house. */
export default async function PrintPage({ params }: Props) {
  const { agency, groupId } = await params;
  const home = `/a/${agency}/office/groups/${groupId}`;
  const call = await pageCall(agency, "office", `${home}/print`);
  const group = await read(readGroup(call, { groupId }));
  if (!mayExportRoster(call.actor, { groupId, branchId: group.branchId })) notFound();
  const [members, me, its] = await Promise.all([
    read(readAll((page) => listMembers(call, { groupId, ...page }))),
    read(readProfile(call, {})),
    read(readAgency(call, {})),
  ]);
  return <RosterSheet agency={its} group={group} members={members} back={home} printedBy={me.name} now={call.now} />;
}
