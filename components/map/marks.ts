import { distanceM, type Spot } from "@/lib/tracking/rules/geo";
import { isStale } from "@/lib/tracking/rules/near";
import type { Row } from "./board";
import type { BusMarker, MarkerState, MeetingPoint, PersonMarker } from "./model";
import type { Overlay } from "./overlay-layer";

const positionOf = (row: Row) => (row.track?.latest.sharing === "on" ? row.track.latest.position : null);

function stateOf({ member, nearness }: Row): Exclude<MarkerState, "stale"> {
  if (member.sos) return "sos";
  if (member.strayed || nearness.state === "away") return "stray";
  return member.aboard ? "aboard" : "fresh";
}

/** The markers of everybody who shares a position. */
export function markersOf(rows: readonly Row[], selectedId: string | null): PersonMarker[] {
  return rows.flatMap((row) => {
    const fix = positionOf(row);
    if (!fix) return [];
    const { userId, name } = row.member;
    return [
      {
        id: userId,
        name,
        lat: fix.lat,
        lng: fix.lng,
        fixAtMs: fix.at.getTime(),
        state: stateOf(row),
        selected: userId === selectedId,
      },
    ];
  });
}

/** Farther away than this somebody is not seen together with the group. */
const TOGETHER_M = 20_000;

/** What a map opens on: the reader, the meeting point and whoever is around them. A phone that fell silent in another country
 * would make it a map of the world; the list still has it. Where nothing is known of the reader, whoever was heard lately. */
export function firstSight(people: readonly PersonMarker[], home: readonly (Spot | null)[], now: Date): Spot[] {
  const fixed = home.filter((spot) => spot !== null);
  const isAround = (one: Spot) => fixed.some((spot) => distanceM(spot, one) < TOGETHER_M);
  if (fixed.length > 0) return [...people.filter(isAround), ...fixed];
  const heard = people.filter(({ fixAtMs }) => !isStale(new Date(fixAtMs), now));
  return heard.length > 0 ? heard : [...people];
}

type Mine = Spot & { heading: number | null; accuracy: number | null };
type Parts = {
  mine: Mine | null;
  meetingPoint: MeetingPoint | null;
  bus: BusMarker | null;
  trail: readonly Spot[];
  selected: Row | null;
};

/** Everything else on the leader's map. */
export function overlayOf({ mine, meetingPoint, bus, trail, selected }: Parts): Overlay {
  const fix = selected ? positionOf(selected) : null;
  return {
    you: mine && { lat: mine.lat, lng: mine.lng, heading: mine.heading, accuracy: mine.accuracy },
    meeting: meetingPoint,
    bus,
    trail,
    route: mine && fix ? [mine, fix] : [],
    picked: fix && { lat: fix.lat, lng: fix.lng, accuracy: fix.accuracy },
  };
}
