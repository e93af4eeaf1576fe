import { useTranslations } from "next-intl";
import { TripThread } from "@/components/journey/trip-thread";
import { StatusLine } from "@/components/ui/badge";
import { GroupTag } from "@/components/ui/band";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { EmptyState } from "@/components/ui/states";
import type { Group } from "@/lib/groups/contract";
import { type Signal, silentOf } from "./today-figures";

type OnTheRoadProps = { groups: readonly Group[]; signal: Signal | null; home: string; now: Date };

/** Every running trip as its thread, with who of all was not heard lately. */
export function OnTheRoad({ groups, signal, home, now }: OnTheRoadProps) {
  const t = useTranslations("office.today");
  const people = groups.reduce((sum, { members }) => sum + members, 0);
  const silent = silentOf(signal);
  const aside = (
    <span className="flex flex-wrap items-center justify-end gap-x-3">
      {t("roadAside", { count: people })}
      {silent > 0 ? <StatusLine status="warn">{t("figures.silentCount", { count: silent })}</StatusLine> : null}
    </span>
  );
  return (
    <Card flush title={t("road")} aside={groups.length > 0 ? aside : null}>
      {groups.length === 0 ? (
        <EmptyState title={t("roadEmpty")} text={t("roadEmptyText")} />
      ) : (
        <ul>
          {groups.map((group) => (
            <RoadRow key={group.id} group={group} href={`${home}/groups/${group.id}`} now={now} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function RoadRow({ group, href, now }: { group: Group; href: string; now: Date }) {
  const words = useTranslations("groups");
  return (
    <li className="grid items-center gap-x-5 gap-y-3 border-line border-t px-(--pad-card) py-4 sm:grid-cols-[minmax(0,1fr)_auto] xl:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)_minmax(0,12rem)]">
      <Link href={href} className="flex min-w-0 flex-wrap items-center gap-3.5">
        <GroupTag number={group.number} size={26} />
        <span className="min-w-[min(7rem,100%)] flex-1">
          <span className="block font-semibold">
            <bdi>{group.name}</bdi>
          </span>
          <span className="text-ink-3">{words("members", { count: group.members })}</span>
        </span>
      </Link>
      <div className="order-last sm:col-span-2 xl:order-none xl:col-span-1">
        <TripThread group={group} now={now} />
      </div>
      <p className="sm:text-end">
        <span className="block font-semibold">
          {group.meetingPoint ? <bdi>{group.meetingPoint.label}</bdi> : words("noMeetingPoint")}
        </span>
        {group.meetingPoint ? <span className="text-ink-3 text-sm">{words("meetingPoint")}</span> : null}
      </p>
    </li>
  );
}
