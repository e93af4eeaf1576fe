"use client";

import { type ReactNode, useMemo } from "react";
import { useMapPack } from "@/components/journey/use-map-pack";
import type { Tiles } from "@/components/map/model";
import { SaveWay } from "@/components/map/save-way";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { useLoaded } from "@/components/shell/use-loaded";
import type { Group, Member } from "@/lib/groups/contract";
import type { LatestPosition } from "@/lib/tracking/contract";
import type { Trace } from "@/lib/tracking/rules/near";
import { readTrail, rereadPositions } from "./read-positions";
import { useTripLine } from "./use-trip-line";

const loadMap = () => import("@/components/map/group-map");

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
  /** Stands in its place until the map has come. */
  meanwhile: ReactNode;
};

/** The live map of one group, fed by the page first and by the API after every gap. */
export function LeadMapDesk(props: LeadMapDeskProps) {
  const { agency, userId, group, members, latest, trails, person, tiles, packId, mayExport, now } = props;
  const subtitle = useTripLine(group, new Date(now));
  const pack = useMapPack(agency, packId);
  const map = useLoaded(loadMap);
  const people = useMemo(
    () => members.map(({ personName, ...member }) => ({ ...member, name: personName })),
    [members],
  );
  const shares = group.state === "running" && group.mine ? group.mine.sharing : "off";
  if (!map) return props.meanwhile;
  return (
    <>
      <map.GroupMap
        agency={agency}
        zone={group.timeZone}
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
