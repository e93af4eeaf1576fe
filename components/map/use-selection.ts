"use client";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import type { Spot } from "@/lib/tracking/rules/geo";
import type { Trace } from "@/lib/tracking/rules/near";
import type { Board, Row } from "./board";
import type { MapHandle } from "./map-canvas";
import type { Tracks } from "./tracks";

type Parts = {
  board: Board;
  from: Spot | null;
  map: MapHandle | null;
  tracks: Tracks;
  /** Whom to look at from the beginning. */
  first: string | null;
  readTrail?: ((userId: string) => Promise<readonly Trace[]>) | undefined;
};

/** Breadcrumbs shown for the selected member. */
const CRUMBS_MAX = 40;

/** The last fixes of a member: what was read on selecting, then what came live since. */
export function joinTrail(read: readonly Trace[], live: readonly Trace[]): Trace[] {
  const newest = read.at(-1)?.at.getTime() ?? Number.NEGATIVE_INFINITY;
  return [...read, ...live.filter((spot) => spot.at.getTime() > newest)].slice(-CRUMBS_MAX);
}

/** Whom the leader looks at, the breadcrumbs behind that member, and whether the map goes along. */
export function useSelection({ board, from, map, tracks, first, readTrail }: Parts) {
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [following, setFollowing] = useState(false);
  const [read, setRead] = useState<{ userId: string; trail: readonly Trace[] } | null>(null);
  const selected: Row | null = board.rows.find((row) => row.member.userId === selectedId) ?? null;
  const track = selectedId ? tracks.get(selectedId) : undefined;
  const sharing = track?.latest.sharing === "on";
  const trail = useMemo(
    () => (sharing && track ? joinTrail(read?.userId === track.latest.userId ? read.trail : [], track.trail) : []),
    [sharing, track, read],
  );

  const position = sharing ? (track?.latest.position ?? null) : null;
  const shown = useRef<string | null>(null);
  const go = useEffectEvent((at: Spot) => {
    // First both ends of the way; from then on only along with the member.
    if (shown.current === selectedId) map?.pan(at);
    else map?.fit(from ? [at, from] : [at]);
    shown.current = selectedId;
  });
  const ready = map !== null;
  useEffect(() => {
    if (ready && following && position) go(position);
  }, [ready, following, position]);

  const select = (userId: string | null) => {
    shown.current = null;
    setSelectedId(userId);
    setFollowing(userId !== null);
    if (!userId || !readTrail || tracks.get(userId)?.latest.sharing !== "on") return;
    // A trail is a help, not the point: without it the live fixes are shown.
    readTrail(userId).then(
      (fresh) => setRead({ userId, trail: fresh }),
      () => undefined,
    );
  };
  const begin = useEffectEvent(() => first && select(first));
  useEffect(() => void begin(), []);
  return { selected, trail, following, select, follow: setFollowing };
}
