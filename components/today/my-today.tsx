import { Footprints, Settings } from "lucide-react";
import { useTranslations } from "next-intl";
import { AlsoShared } from "@/components/journey/also-shared";
import { LinkRow } from "@/components/journey/link-row";
import { type SetSharing, SharingPanel } from "@/components/journey/sharing-panel";
import { watchingOf } from "@/components/journey/trip";
import { Bell } from "@/components/notices/bell";
import { DayLine, PhoneHeader } from "@/components/shell/headers";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { GroupTag } from "@/components/ui/band";
import type { Booking } from "@/lib/bookings/contract/booking";
import type { AskedGroup, Group, Member } from "@/lib/groups/contract";
import type { Money } from "@/lib/kernel/money";
import { AskedCard } from "./asked-card";
import { GroupCard } from "./group-card";
import { type Join, JoinCard } from "./join-card";
import { MyMoney } from "./my-money";
import { BookedTrip, MyNext } from "./my-next";
import { OtherGroups } from "./other-groups";
import { Preparation } from "./preparation";

const MAKKAH = "Asia/Riyadh";

type MyTodayProps = {
  agency: string;
  me: { id: string; name: string };
  group: Group | null;
  leaders: readonly Member[];
  others: readonly Group[];
  /** Groups whose leader has not answered yet. */
  asked: readonly AskedGroup[];
  /** Helps to lead a group, too. */
  leads: boolean;
  now: Date;
  /** The next trip I booked, and what I have saved. */
  booking: Booking | null;
  savings: Money | null;
  /** What is still to be paid on all invoices; null where there is none. */
  due: Money | null;
  join: Join;
  setSharing: SetSharing;
};

/** The pilgrim's first screen: what to do now, with whom, and who sees me. */
export function MyToday(props: MyTodayProps) {
  const { agency, me, group, leaders, others, asked, leads, now, booking, savings, due, join, setSharing } = props;
  const t = useTranslations("my");
  const home = `/a/${agency}/my`;
  const zone = group?.timeZone ?? booking?.timeZone ?? MAKKAH;
  // On the road nothing is prepared for a later trip: it is one line.
  const prepares = group?.state !== "running";
  const watching = watchingOf(others);
  return (
    <>
      <KeepFresh agency={agency} seconds={asked.length > 0 ? 15 : 60} />
      <PhoneHeader
        eyebrow={t("greeting")}
        title={<bdi>{me.name}</bdi>}
        meta={<DayLine date={now} zone={zone} />}
        end={
          <span className="flex items-center gap-2">
            {group ? <GroupTag number={group.number} size={40} /> : null}
            <Bell agency={agency} look="icon" />
          </span>
        }
      />
      {group && !(booking && group.state === "past") ? (
        <MyNext group={group} leaders={leaders} mapHref={`${home}/map`} now={now} />
      ) : null}
      {booking && prepares && group?.state !== "upcoming" ? <BookedTrip booking={booking} now={now} /> : null}
      {booking && prepares ? <Preparation booking={booking} href={`${home}/bookings/${booking.id}`} now={now} /> : null}
      {group ? <GroupCard group={group} leaders={leaders} now={now} thread={group.state !== "upcoming"} /> : null}
      <MyMoney home={home} booking={prepares ? null : booking} due={due} savings={savings} />
      {group?.mine && group.state !== "past" ? (
        <section className="card p-(--pad-card)">
          <SharingPanel
            agency={agency}
            groupId={group.id}
            userId={me.id}
            state={group.mine.sharing}
            window={{ startsAt: group.startsAt, endsAt: group.endsAt, zone }}
            now={now.getTime()}
            setSharing={setSharing}
            seenToo={watching.length > 0}
          />
        </section>
      ) : null}
      {watching.map((one) => (
        <AlsoShared key={one.id} group={one} setSharing={setSharing} />
      ))}
      {asked.map((one) => (
        <AskedCard key={one.id} group={one} now={now} />
      ))}
      {!booking && (!group || group.state === "past") ? (
        <JoinCard join={join} again={group !== null || asked.length > 0} />
      ) : null}
      <OtherGroups title={t("others")} groups={others} />
      {leads ? (
        <LinkRow href={`/a/${agency}/lead`} icon={<Footprints aria-hidden size={24} />}>
          {t("toLead")}
        </LinkRow>
      ) : null}
      <LinkRow href={`${home}/settings`} icon={<Settings aria-hidden size={24} />} detail={t("settings.detail")}>
        {t("settings.title")}
      </LinkRow>
    </>
  );
}
