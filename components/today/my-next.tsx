import { MapPin, Navigation, Phone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { HeroCard } from "@/components/journey/hero-card";
import { LampCard } from "@/components/journey/lamp-card";
import { daysLeft, tripDay } from "@/components/journey/trip";
import { TripThread } from "@/components/journey/trip-thread";
import { LinkButton } from "@/components/ui/link-button";
import type { Booking } from "@/lib/bookings/contract/booking";
import type { Group, Member } from "@/lib/groups/contract";
import { formatTravelDate } from "@/lib/i18n/formats";

type MyNextProps = { group: Group; leaders: readonly Member[]; mapHref: string; now: Date };

/** What comes next for a pilgrim: the days left, the way to the meeting point, or thanks. */
export function MyNext(props: MyNextProps) {
  if (props.group.state === "running") return <Now {...props} />;
  return <Ahead {...props} />;
}

function Ahead({ group, now }: MyNextProps) {
  const t = useTranslations("my");
  const locale = useLocale();
  const over = group.state === "past";
  const date = over ? group.endsAt : group.startsAt;
  const name = group.name;
  return (
    <HeroCard
      label={over ? t("past.label", { name }) : t("ahead.label", { name })}
      title={over ? t("past.title") : t("ahead.title", { count: daysLeft(group, now) })}
      text={over ? t("past.text") : formatTravelDate(locale, date, { zone: group.timeZone })}
      date={date}
      zone={group.timeZone}
    >
      {over ? null : <TripThread group={group} now={now} />}
    </HeroCard>
  );
}

/** The sky of a trip that is booked and whose group is not known yet. */
export function BookedTrip({ booking, now }: { booking: Booking; now: Date }) {
  const t = useTranslations("my");
  const locale = useLocale();
  const { packageName: name, startsAt, timeZone: zone } = booking;
  return (
    <HeroCard
      label={t("ahead.label", { name })}
      title={t("ahead.title", { count: daysLeft(booking, now) })}
      text={formatTravelDate(locale, startsAt, { zone })}
      date={startsAt}
      zone={zone}
    >
      <TripThread group={{ ...booking, state: "upcoming" }} now={now} />
    </HeroCard>
  );
}

function Now({ group, leaders, mapHref, now }: MyNextProps) {
  const t = useTranslations("my.now");
  const { day, days } = tripDay(group, now);
  const leader = leaders.find(({ phone }) => phone);
  if (!group.meetingPoint)
    return (
      <LampCard
        label={t("day", { day, days })}
        title={t("noMeeting")}
        action={
          leader ? (
            <a href={`tel:${leader.phone}`} className="btn" data-kind="ink" data-size="xl" data-wide="">
              <Phone aria-hidden size={24} />
              {t("call", { name: leader.personName })}
            </a>
          ) : null
        }
      >
        <p className="text-lg">{t("noMeetingText")}</p>
      </LampCard>
    );
  const way = (
    <LinkButton href={mapHref} kind="ink" size="xl" wide icon={<Navigation aria-hidden size={24} />}>
      {t("way")}
    </LinkButton>
  );
  return (
    <LampCard label={t("meeting")} end={t("day", { day, days })} title={group.meetingPoint.label} action={way}>
      <p className="flex gap-2 text-lg">
        <MapPin aria-hidden size={24} className="flex-none" />
        {t("meetingText")}
      </p>
    </LampCard>
  );
}
