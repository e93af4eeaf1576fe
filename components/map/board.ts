import { byName } from "@/lib/i18n/order";
import type { Spot } from "@/lib/tracking/rules/geo";
import { type Follow, isStale, judgeNear, listNotNear, type Nearness } from "@/lib/tracking/rules/near";
import type { MapMember } from "./model";
import type { Track, Tracks } from "./tracks";

/** Where distances are measured from: the leader, or the meeting point while the leader has no position. */
export type Reference = Spot & { kind: "leader" | "meeting" };

export type Row = { member: MapMember; track: Track | null; nearness: Nearness };
export type Board = {
  /** Everybody: those not here first, in the order of the list. */
  rows: Row[];
  notWithYou: Row[];
  /** Null while there is nothing to measure from. */
  near: number | null;
  away: number | null;
  noSignal: number;
};

/** The leader while the position is recent, else the meeting point, else nothing. */
export function referenceOf(leader: (Spot & { at: Date }) | null, meeting: Spot | null, now: Date): Reference | null {
  if (leader && !isStale(leader.at, now)) return { lat: leader.lat, lng: leader.lng, kind: "leader" };
  return meeting ? { lat: meeting.lat, lng: meeting.lng, kind: "meeting" } : null;
}

function followOf({ userId }: MapMember, tracks: Tracks): Follow {
  const track = tracks.get(userId);
  const shown = track?.latest.sharing === "on";
  return { userId, latest: shown ? track.latest.position : null, trail: shown ? track.trail : [] };
}

const helpFirst = (rows: Row[]) => [...rows.filter((row) => row.member.sos), ...rows.filter((row) => !row.member.sos)];

/** Everybody but the reader: judged, counted, and those not here ranked by the best clue, calls for help first. */
export function buildBoard(
  members: readonly MapMember[],
  tracks: Tracks,
  reference: Reference | null,
  now: Date,
): Board {
  // Without a reference only silence can be judged; the spot then matters to nothing that is shown.
  const from = reference ?? { lat: 0, lng: 0 };
  const follows = members.map((member) => followOf(member, tracks));
  const judged = listNotNear(follows, from, now);
  const order = new Map(judged.notNear.map(({ userId }, place) => [userId, place]));
  const rows = members.map((member, i): Row => {
    const nearness = judgeNear(follows[i] ?? followOf(member, tracks), from, now);
    return { member, track: tracks.get(member.userId) ?? null, nearness };
  });
  const place = (row: Row) => order.get(row.member.userId) ?? Number.MAX_SAFE_INTEGER;
  const name = byName();
  const sorted = helpFirst(rows.toSorted((a, b) => place(a) - place(b) || name(a.member.name, b.member.name)));
  const missing = sorted.filter((row) => row.member.sos || row.nearness.state !== "near");
  return {
    rows: sorted,
    notWithYou: reference ? missing : missing.filter((row) => row.member.sos || row.nearness.state === "no_signal"),
    near: reference ? judged.near : null,
    away: reference ? judged.away : null,
    noSignal: judged.noSignal,
  };
}
