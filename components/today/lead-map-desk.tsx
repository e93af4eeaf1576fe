"use client";

import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { MapSkeleton } from "@/components/journey/phone-skeleton";
import { tripDay } from "@/components/journey/trip";
import { useMapPack } from "@/components/journey/use-map-pack";
import type { Tiles } from "@/components/map/model";
import { SaveWay } from "@/components/map/save-way";
import { KeepFresh } from "@/components/shell/keep-fresh";
import type { Group, Member } from "@/lib/groups/contract";
import { formatShortDate } from "@/lib/i18n/formats";
import type { LatestPosition } from "@/lib/tracking/contract";
import type { Trace } from "@/lib/tracking/rules/near";
import { readTrail, rereadPositions } from "./read-positions";

/** After the first paint: a map is nothing without a script, and the page comes sooner without it. */
const GroupMap = dynamic(() => import("@/components/map/group-map").then((map) => map.GroupMap), {
  ssr: false,
  loading: MapSkeleton,
});

/** The stream tells of positions; who has joined or left, and where one meets, the page asks. */
const KEPT_FRESH_S = 60;

type LeadMapDeskProps = {
  agency: string;
  userId: string;
  group: Group;
  members: readonly Member[];
  latest: readonly LatestPosition[];
  trails: Readonly<Record<string, readonly Trace[]>>;
  /** Whom the roster asked to show. */
  person: string | null;
  tiles: Tiles | null;
  packId: string | null;
  /** Whether the reader may take a member's way out as a file. */
  mayExport: boolean;
  /** Server time, ms. */
  now: number;
};

/** The live map of one group, fed by the page first and by the API after every gap. */
export function LeadMapDesk(props: LeadMapDeskProps) {
  const { agency, userId, group, members, latest, trails, person, tiles, packId, mayExport, now } = props;
  const t = useTranslations("lead.map");
  const locale = useLocale();
  const pack = useMapPack(agency, packId);
  const people = useMemo(
    () => members.map(({ personName, ...member }) => ({ ...member, name: personName })),
    [members],
  );
  const zone = group.timeZone;
  const subtitle = {
    upcoming: () => t("ahead", { date: formatShortDate(locale, group.startsAt, { zone }) }),
    running: () => t("day", tripDay(group, new Date(now))),
    past: () => t("over", { date: formatShortDate(locale, group.endsAt, { zone }) }),
  }[group.state]();
  const shares = group.state === "running" && group.mine ? group.mine.sharing : "off";
  return (
    <>
      <GroupMap
        agency={agency}
        zone={zone}
        group={group}
        subtitle={subtitle}
        members={people}
        me={{ userId, sharing: shares }}
        meetingPoint={group.meetingPoint}
        latest={latest}
        trails={trails}
        selected={person}
        tiles={tiles}
        pack={pack}
        now={now}
        filesOf={mayExport ? (member) => <SaveWay agency={agency} groupId={group.id} member={member} /> : undefined}
        actions={{
          reread: () => rereadPositions(agency, group.id),
          readTrail: (member) => readTrail(agency, group.id, member),
        }}
      />
      <KeepFresh seconds={KEPT_FRESH_S} />
    </>
  );
}
