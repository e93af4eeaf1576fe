"use client";
import { useState } from "react";
import { useLive, useWatchGroup } from "@/components/live/use-live";
import { serverNow } from "@/components/ui/server-clock";
import type { LatestPosition } from "@/lib/tracking/contract";
import { mergeLatest, openTracks, readBatch, replaceLatest, type Trails } from "./tracks";

export type TracksInput = {
  groupId: string;
  /** What the page has read, and the trails it knows, oldest first. */
  latest: readonly LatestPosition[];
  trails?: Trails | undefined;
  /** Server time of that reading, ms. */
  now: number;
  /** Reads the whole group again; null when it could not be read. */
  reread: () => Promise<readonly LatestPosition[] | null>;
};

/** Everybody's newest position, kept up by the socket and read anew after every gap. */
export function useTracks({ groupId, latest, trails, now, reread }: TracksInput) {
  const [tracks, setTracks] = useState(() => openTracks(latest, trails));
  const [asOf, setAsOf] = useState(now);
  const [failed, setFailed] = useState(false);

  useLive("position:batch", (payload) => {
    const news = readBatch(payload, groupId);
    if (!news) return;
    setTracks((before) => mergeLatest(before, news));
    setAsOf(serverNow());
  });
  const catchUp = async () => {
    const askedAt = new Date(serverNow());
    const all = await reread().catch(() => null);
    setFailed(all === null);
    if (!all) return;
    setTracks((before) => replaceLatest(before, all, askedAt));
    setAsOf(serverNow());
  };
  useWatchGroup(groupId, () => void catchUp());
  return { tracks, asOf, failed, catchUp };
}
