import { buildBoard, referenceOf } from "@/components/map/board";
import { GroupCard } from "@/components/map/group-card";
import { MapMeanwhile } from "@/components/map/map-meanwhile";
import { Standing } from "@/components/map/standing";
import { openTracks, type Trails } from "@/components/map/tracks";
import { useWords } from "@/components/map/use-words";
import type { Group, Member } from "@/lib/groups/contract";
import type { LatestPosition } from "@/lib/tracking/contract";
import { useTripLine } from "./use-trip-line";

type LeadMapMeanwhileProps = {
  userId: string;
  group: Group;
  members: readonly Member[];
  latest: readonly LatestPosition[];
  trails: Trails;
  now: Date;
};

/** As many as the sheet shows before anybody moves it, and some more. */
const SHOWN = 8;

/** Who is not here, as the server knows it: the map's scripts take seconds on a slow network. */
export function LeadMapMeanwhile({ userId, group, members, latest, trails, now }: LeadMapMeanwhileProps) {
  const words = useWords({ zone: group.timeZone });
  const subtitle = useTripLine(group, now);
  const { meetingPoint } = group;
  const tracks = openTracks(latest, trails);
  const others = members.flatMap(({ personName: name, ...member }) =>
    member.userId === userId ? [] : [{ ...member, name }],
  );
  const from = referenceOf(tracks.get(userId)?.latest.position ?? null, meetingPoint, now);
  const board = buildBoard(others, tracks, from, now);
  const first = { ...board, notWithYou: board.notWithYou.slice(0, SHOWN) };
  return (
    <MapMeanwhile over={<GroupCard group={group} subtitle={subtitle} words={words} />}>
      {group.state === "running" && others.length > 0 && (
        <div className="flex flex-col gap-4">
          <Standing board={first} from={from} meetingLabel={meetingPoint?.label ?? null} now={now} words={words} />
        </div>
      )}
    </MapMeanwhile>
  );
}
