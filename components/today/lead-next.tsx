import { Map as MapIcon, MapPin, QrCode } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { HeroCard } from "@/components/journey/hero-card";
import { LampCard } from "@/components/journey/lamp-card";
import { daysLeft, tripDay } from "@/components/journey/trip";
import { TripThread } from "@/components/journey/trip-thread";
import { LinkButton } from "@/components/ui/link-button";
import type { Group } from "@/lib/groups/contract";
import { formatTravelDate } from "@/lib/i18n/formats";

type LeadNextProps = { group: Group; groupHref: string; now: Date };

/** The leader's one next act: open the map during the trip, gather people before it. */
export function LeadNext({ group, groupHref, now }: LeadNextProps) {
  const t = useTranslations("lead.next");
  const locale = useLocale();
  if (group.state === "running") {
    const { day, days } = tripDay(group, now);
    const map = (
      <LinkButton href={`${groupHref}/map`} kind="ink" size="xl" wide icon={<MapIcon aria-hidden size={24} />}>
        {t("map")}
      </LinkButton>
    );
    return (
      <LampCard label={t("now")} end={t("day", { day, days })} title={<bdi>{group.name}</bdi>} action={map}>
        <p className="flex gap-2 text-lg">
          <MapPin aria-hidden size={24} className="flex-none" />
          {group.meetingPoint ? t("meeting", { place: group.meetingPoint.label }) : t("noMeeting")}
        </p>
      </LampCard>
    );
  }
  const over = group.state === "past";
  const date = over ? group.endsAt : group.startsAt;
  return (
    <HeroCard
      label={<bdi>{group.name}</bdi>}
      title={over ? t("over") : t("ahead", { count: daysLeft(group, now) })}
      text={formatTravelDate(locale, date, { zone: group.timeZone })}
      date={date}
      zone={group.timeZone}
    >
      {over ? null : (
        <div className="flex flex-col gap-5">
          <TripThread group={group} now={now} />
          <LinkButton
            href={`${groupHref}/roster/code`}
            kind="lamp"
            size="xl"
            wide
            icon={<QrCode aria-hidden size={24} />}
          >
            {t("code")}
          </LinkButton>
        </div>
      )}
    </HeroCard>
  );
}
