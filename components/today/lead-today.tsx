import { MapPin, QrCode, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkRow } from "@/components/journey/link-row";
import { TripThread } from "@/components/journey/trip-thread";
import { Bell } from "@/components/notices/bell";
import { DayLine, PhoneHeader } from "@/components/shell/headers";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { Badge } from "@/components/ui/badge";
import { GroupTag } from "@/components/ui/band";
import type { Group, Member } from "@/lib/groups/contract";
import type { LatestPosition } from "@/lib/tracking/contract";
import { LeadNext } from "./lead-next";
import { OtherGroups } from "./other-groups";
import { Pulse } from "./pulse";

type LeadTodayProps = {
  agency: string;
  me: { id: string; name: string };
  group: Group;
  members: readonly Member[];
  /** Empty outside the trip's window. */
  latest: readonly LatestPosition[];
  others: readonly Group[];
  now: Date;
};

/** The leader's first screen: where the group is in its trip, who is near, and the next acts. */
export function LeadToday({ agency, me, group, members, latest, others, now }: LeadTodayProps) {
  const t = useTranslations("lead.today");
  const groups = useTranslations("groups");
  const home = `/a/${agency}/lead`;
  const hrefOf = ({ id }: Group) => `${home}/groups/${id}`;
  const groupHref = hrefOf(group);
  const waiting = group.waiting ?? 0;
  return (
    <>
      <KeepFresh agency={agency} seconds={60} />
      <PhoneHeader
        eyebrow={t("greeting")}
        title={<bdi>{me.name}</bdi>}
        meta={<DayLine date={now} zone={group.timeZone} />}
        end={
          <span className="flex items-center gap-2">
            <GroupTag number={group.number} size={40} />
            <Bell agency={agency} look="icon" />
          </span>
        }
      />
      <LeadNext group={group} groupHref={groupHref} now={now} />
      {group.state === "running" ? (
        <>
          <Pulse group={group} members={members} latest={latest} me={me.id} now={now} />
          <section className="card p-(--pad-card)">
            <TripThread group={group} now={now} />
          </section>
        </>
      ) : null}
      <LinkRow
        href={`${groupHref}/roster`}
        icon={<Users aria-hidden size={24} />}
        detail={groups("places", { taken: group.members, capacity: group.capacity })}
        end={waiting > 0 ? <Badge status="waiting">{t("waiting", { count: waiting })}</Badge> : null}
      >
        {groups("roster.title")}
      </LinkRow>
      {group.mayChange && group.state !== "past" ? (
        <LinkRow
          href={`${groupHref}/meeting`}
          icon={<MapPin aria-hidden size={24} />}
          detail={group.meetingPoint ? <bdi>{group.meetingPoint.label}</bdi> : groups("noMeetingPoint")}
        >
          {groups("meetingPoint")}
        </LinkRow>
      ) : null}
      {group.state === "running" ? (
        <LinkRow href={`${groupHref}/roster/code`} icon={<QrCode aria-hidden size={24} />} detail={t("codeText")}>
          {t("code")}
        </LinkRow>
      ) : null}
      <OtherGroups title={t("others")} groups={others} hrefOf={(one) => `${hrefOf(one)}/roster`} />
    </>
  );
}
