import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { MyMapDesk } from "@/components/journey/my-map-desk";
import { MyMapMeanwhile } from "@/components/journey/my-map-meanwhile";
import { currentOf, watchingOf } from "@/components/journey/trip";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import { listGroups, listMembers } from "@/lib/groups/queries";
import { listLooks, readMapPackInfo } from "@/lib/tracking/queries";
import { readHouse } from "@/server/doors/house";
import { pageCall, read } from "@/server/doors/page";
import { share } from "../../actions";

export const generateMetadata = titled("shell.nav.map");

export default async function MyMapPage({ params }: { params: Promise<{ agency: string }> }) {
  const { agency } = await params;
  const home = `/a/${agency}/my`;
  const call = await pageCall(agency, "my", `${home}/map`);
  const groups = (await read(listGroups(call, { limit: 100 }))).data.filter(({ mine }) => mine);
  const group = currentOf(groups);
  if (!group?.mine) return <NoGroup href={home} />;
  const [leaders, looks, pack] = await Promise.all([
    read(listMembers(call, { groupId: group.id, role: "leader" })),
    read(listLooks(call, { groupId: group.id })),
    read(readMapPackInfo(call, {})),
  ]);
  const [leader = null] = leaders.data.map(({ personName: name, phone, avatar }) => ({ name, phone, avatar }));
  const seenToo = watchingOf(groups).some((one) => one !== group);
  const seen = { group, sharing: group.mine.sharing, seenToo, leader };
  return (
    <MyMapDesk
      agency={agency}
      userId={call.actor.userId}
      {...seen}
      looks={looks.data}
      tiles={readHouse().tiles}
      packId={pack?.id ?? null}
      now={call.now.getTime()}
      trackersHref={`${home}/trackers`}
      setSharing={share.bind(null, agency)}
      meanwhile={<MyMapMeanwhile {...seen} now={call.now} />}
    />
  );
}

async function NoGroup({ href }: { href: string }) {
  const t = await getTranslations("my.noGroup");
  const action = (
    <LinkButton href={href} kind="primary" size="lg">
      {t("act")}
    </LinkButton>
  );
  return (
    <>
      <h1 className="sr-only">{t("map")}</h1>
      <EmptyState title={t("title")} text={t("text")} action={action} className="my-auto" />
    </>
  );
}
