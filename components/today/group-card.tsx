import { MapPin } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { PersonRow } from "@/components/journey/person-row";
import { TripThread } from "@/components/journey/trip-thread";
import type { Group, Member } from "@/lib/groups/contract";
import { formatShortDate } from "@/lib/i18n/formats";

type GroupCardProps = { group: Group; leaders: readonly Member[]; now: Date; thread: boolean };

/** Whom I travel with: the group's name, where it stands in its trip, where it meets, and who leads it. */
export function GroupCard({ group, leaders, now, thread }: GroupCardProps) {
  const t = useTranslations("my.group");
  const locale = useLocale();
  const at = { zone: group.timeZone };
  return (
    <section className="card flex flex-col gap-4 p-(--pad-card)">
      <div>
        <h2 className="text-lg font-semibold">
          <bdi>{group.name}</bdi>
        </h2>
        <p className="text-md text-ink-2">
          {t("dates", {
            start: formatShortDate(locale, group.startsAt, at),
            end: formatShortDate(locale, group.endsAt, at),
          })}
          {group.mine?.subGroup ? (
            <>
              {"\u00a0· "}
              <bdi>{group.mine.subGroup}</bdi>
            </>
          ) : null}
        </p>
      </div>
      {thread ? <TripThread group={group} now={now} /> : null}
      {group.state === "upcoming" && group.meetingPoint ? (
        <p className="flex gap-2 text-md">
          <MapPin aria-hidden size={22} className="flex-none" />
          <span>{t("meeting", { place: group.meetingPoint.label })}</span>
        </p>
      ) : null}
      {leaders.map((leader) => (
        <div key={leader.userId} className="border-t border-line pt-3">
          <PersonRow
            name={leader.personName}
            avatar={leader.avatar}
            detail={t("leader")}
            phone={leader.phone}
            callLabel={t("call", { name: leader.personName })}
            word={t("callWord")}
          />
        </div>
      ))}
    </section>
  );
}
