import type { Spot } from "@/lib/tracking/rules/geo";

/** Who a member is; where one is comes beside it as LatestPosition. */
export type MapMember = {
  userId: string;
  name: string;
  phone: string | null;
  /** Path of the picture, when there is one. */
  avatar?: string | null;
  /** Bus or room, when there is one. */
  subGroup?: string | null;
  /** The server judged this person strayed or left behind. */
  strayed?: boolean;
  sos?: boolean;
  aboard?: boolean;
};

export type MeetingPoint = Spot & { label: string };
export type Tiles = { url: string; attribution: string };

export type MarkerState = "fresh" | "stray" | "stale" | "sos" | "aboard";

/** A person on the map. The ring is computed from `fixAtMs` on every tick. */
export type PersonMarker = Spot & {
  id: string;
  name: string;
  state: Exclude<MarkerState, "stale">;
  fixAtMs: number;
  selected: boolean;
};
export type BusMarker = Spot & { number: number };
export type You = Spot & { heading: number | null; accuracy: number | null };
