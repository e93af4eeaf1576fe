import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MapList } from "@/components/office/map-list";
import { NoMaps } from "@/components/office/map-page";
import { PageHeader } from "@/components/shell/headers";
import { listGroups } from "@/lib/groups/queries";
import { mayCountSignal, maySeeGroupPositions } from "@/lib/tracking/policy";
import { pageCall, read } from "@/server/doors/page";
import { readAll } from "@/server/doors/read-all";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("shell.nav"))("map") });

/** The maps of whoever is on the road; with one group only, that map at once. */
export default async function MapsPage({ params }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/office`;
  const call = await pageCall(agency, "office", `${home}/map`);
  if (!mayCountSignal(call.actor)) notFound();
  const running = await readAll((page) => read(listGroups(call, { ...page, state: "running", sort: "number" })));
  const groups = running.filter(({ id, branchId }) =>
    maySeeGroupPositions(call.actor, { groupId: id, branchId, runs: true }),
  );
  const [first, second] = groups;
  if (first && !second) redirect(`${home}/groups/${first.id}/map`);
  const t = await getTranslations("office.map");
  return (
    <>
      <PageHeader title={t("title")} meta={t("looksKept")} />
      {first ? <MapList groups={groups} home={`${home}/groups`} now={call.now} /> : <NoMaps href={`${home}/groups`} />}
    </>
  );
}
