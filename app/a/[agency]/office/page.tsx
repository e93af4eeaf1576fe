import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { NewButton } from "@/components/bookings/booking-views";
import { partOfDay } from "@/components/office/clock";
import { MoneyWeeks } from "@/components/office/money-weeks";
import { NeedsCard } from "@/components/office/needs-card";
import { TodayFigures } from "@/components/office/today-figures";
import { TodayTrips } from "@/components/office/today-trips";
import { DayLine, PageHeader } from "@/components/shell/headers";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { readAgency } from "@/lib/agencies/queries/agency";
import { maySell } from "@/lib/bookings/policy";
import { listGroups } from "@/lib/groups/queries";
import { readProfile } from "@/lib/identity/queries";
import { mayCountSignal } from "@/lib/tracking/policy";
import { countSignal } from "@/lib/tracking/queries";
import { pageCall, read } from "@/server/doors/page";
import { readAll } from "@/server/doors/read-all";
import { approve, reject } from "./actions";
import { readTrade } from "./trade";
import { readWaiting } from "./waiting";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("shell.nav.today");

/** Is everyone safe, what must I do, will we sell, is the money there. */
export default async function OfficeToday({ params }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office`;
  const call = await pageCall(slug, "office", home);
  const { now, actor } = call;
  const [t, words] = [await getTranslations("office.today"), await getTranslations("bookings")];
  const agency = await read(readAgency(call, {}));
  const [me, running, upcoming, signal, requests, trade] = await Promise.all([
    read(readProfile(call, {})),
    readAll((page) => read(listGroups(call, { ...page, state: "running", sort: "earliest" }))),
    read(listGroups(call, { state: "upcoming", sort: "earliest", limit: 5 })),
    mayCountSignal(actor) ? read(countSignal(call, {})) : null,
    readWaiting(call),
    readTrade(call, agency.timeZone),
  ]);
  const acts = { approve: approve.bind(null, slug), reject: reject.bind(null, slug) };
  const travelling = running.reduce((sum, { members }) => sum + members, 0);
  const hello = t(`greeting.${partOfDay(now, agency.timeZone)}`, { name: me.name });
  const sells = !call.readOnly && maySell(actor, { branchId: actor.branchId });
  const act = sells ? <NewButton href={`${home}/bookings/new`} label={words("new")} /> : null;
  return (
    <>
      <KeepFresh agency={slug} seconds={60} />
      <PageHeader title={hello} meta={<DayLine date={now} zone={agency.timeZone} />} actions={act} />
      <TodayFigures groups={running.length} currency={agency.currency} {...{ travelling, signal, ...trade }} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem] xl:grid-rows-[auto_1fr]">
        <TodayTrips departures={trade.departures} {...{ running, signal, home, now }} upcoming={upcoming.data} />
        <NeedsCard home={home} waiting={trade.waiting} {...requests} now={now} {...acts} />
        <MoneyWeeks report={trade.takings?.money ?? null} home={home} />
      </div>
    </>
  );
}
