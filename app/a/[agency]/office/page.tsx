import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeepFresh } from "@/components/journey/keep-fresh";
import { partOfDay } from "@/components/office/clock";
import { LeavingSoon } from "@/components/office/leaving-soon";
import { OnTheRoad } from "@/components/office/on-the-road";
import { TodayFigures } from "@/components/office/today-figures";
import { WaitingCard } from "@/components/office/waiting-card";
import { DayLine, PageHeader } from "@/components/shell/headers";
import { readAgency } from "@/lib/agencies/queries/agency";
import { mayCreateGroup } from "@/lib/groups/policy";
import { listGroups } from "@/lib/groups/queries";
import { readProfile } from "@/lib/identity/queries";
import { mayCountSignal } from "@/lib/tracking/policy";
import { countSignal } from "@/lib/tracking/queries";
import { pageCall, read } from "@/server/doors/page";
import { readAll } from "@/server/doors/read-all";
import { approve, reject } from "./actions";
import { readWaiting } from "./waiting";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("shell.nav"))("today"),
});

export default async function OfficeToday({ params }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office`;
  const call = await pageCall(slug, "office", home);
  const { now, actor } = call;
  const t = await getTranslations("office.today");
  const [agency, me, running, upcoming, signal, requests] = await Promise.all([
    read(readAgency(call, {})),
    read(readProfile(call, {})),
    readAll((page) => read(listGroups(call, { ...page, state: "running", sort: "earliest" }))),
    read(listGroups(call, { state: "upcoming", sort: "earliest", limit: 5 })),
    mayCountSignal(actor) ? read(countSignal(call, {})) : null,
    readWaiting(call),
  ]);
  const travelling = running.reduce((sum, { members }) => sum + members, 0);
  const decides = requests.total > 0 || (!call.readOnly && mayCreateGroup(actor, { branchId: actor.branchId }));
  const acts = { approve: approve.bind(null, slug), reject: reject.bind(null, slug) };
  const hello = t(`greeting.${partOfDay(now, agency.timeZone)}`, { name: me.name });
  return (
    <>
      <KeepFresh seconds={60} />
      <PageHeader title={hello} meta={<DayLine date={now} zone={agency.timeZone} />} />
      <TodayFigures groups={running.length} travelling={travelling} signal={signal} />
      <div className={`grid items-start gap-5 ${decides ? "lg:grid-cols-[minmax(0,1fr)_22rem]" : ""}`}>
        <div className="flex min-w-0 flex-col gap-5">
          <OnTheRoad groups={running} home={home} now={now} />
          <LeavingSoon groups={upcoming.data} home={home} now={now} />
        </div>
        {decides ? <WaitingCard {...requests} now={now} {...acts} /> : null}
      </div>
    </>
  );
}
