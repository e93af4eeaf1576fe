import type { SharingState } from "@/lib/groups/contract";
import { MINUTE } from "@/lib/kernel/durations";
import type { LatestPosition } from "../contract";
import { distanceM, type Spot } from "./geo";
import { UNKNOWN_ACCURACY_M } from "./judge";

export const STALE_MS = 10 * MINUTE;
const NEAR_M = 150;
/** GPS drift inside the mosques: less than this is not walking. */
const STILL_RADIUS_M = 60;
const STILL_AFTER_MS = 3 * MINUTE;
const WALK_WINDOW_MS = 5 * MINUTE;
const WALK_M = 40;

export type Trace = Spot & { at: Date; accuracy: number | null };
export type Clue = { kind: "walking_off" | "moving" | "still" | "coming_back" | "none"; forMs: number };
export type Nearness = {
  userId: string;
  state: "near" | "away" | "no_signal";
  distanceM: number | null;
  clue: Clue;
  seenAt: Date | null;
  freshness: number;
};
export type Follow = { userId: string; latest: Trace | null; trail: readonly Trace[] };

/** The part of the marker's ring still full: 1 at once, 0 from ten minutes on. Only a position refreshes it. */
export function freshness(at: Date, now: Date): number {
  return Math.min(1, Math.max(0, 1 - (now.getTime() - at.getTime()) / STALE_MS));
}

/** Ten minutes old: the marker is grey and the member counts as without signal. */
export const isStale = (at: Date, now: Date) => now.getTime() - at.getTime() >= STALE_MS;

/** A battery of which a newer fix says nothing is still about right so long. */
export const BATTERY_MS = 30 * MINUTE;

type Battery = Pick<LatestPosition, "battery" | "batteryAt">;
/** The younger of two readings, unless it is much older than where the member was seen since. */
export function lastBattery(one: Battery, other: Battery, seenAt: Date | null): Battery {
  const time = ({ battery, batteryAt }: Battery) => (battery === null ? 0 : (batteryAt?.getTime() ?? 0));
  const younger = time(other) > time(one) ? other : one;
  const isKnown = time(younger) > 0 && (!seenAt || seenAt.getTime() - time(younger) <= BATTERY_MS);
  return isKnown ? younger : { battery: null, batteryAt: null };
}

/** What may be shown of a member: with sharing paused or off a state, and no coordinate or battery. */
export function showLatest(sharing: SharingState, latest: Omit<LatestPosition, "sharing">): LatestPosition {
  if (sharing === "on") return { ...latest, sharing };
  return { userId: latest.userId, sharing, position: null, battery: null, batteryAt: null };
}

/** How the member moved in the last fixes (oldest first), seen from where the leader is now. */
export function readClue(trail: readonly Trace[], leader: Spot, now: Date): Clue {
  const newest = trail.at(-1);
  if (!newest || trail.length < 2) return { kind: "none", forMs: 0 };
  const moved = trail.findLastIndex((spot) => distanceM(spot, newest) > STILL_RADIUS_M);
  const stillSince = trail[moved + 1] ?? newest;
  const stillMs = now.getTime() - stillSince.at.getTime();
  if (newest.at.getTime() - stillSince.at.getTime() >= STILL_AFTER_MS) return { kind: "still", forMs: stillMs };
  const first = trail.find((spot) => newest.at.getTime() - spot.at.getTime() <= WALK_WINDOW_MS) ?? newest;
  const forMs = now.getTime() - first.at.getTime();
  const away = distanceM(newest, leader) - distanceM(first, leader);
  if (Math.abs(away) >= WALK_M) return { kind: away > 0 ? "walking_off" : "coming_back", forMs };
  return distanceM(first, newest) >= WALK_M ? { kind: "moving", forMs } : { kind: "none", forMs: 0 };
}

/** Is this member with the leader? Near means within 150 m beyond what the member's fix may be wrong by. */
export function judgeNear({ userId, latest, trail }: Follow, leader: Spot, now: Date): Nearness {
  if (!latest) {
    return {
      userId,
      state: "no_signal",
      distanceM: null,
      clue: { kind: "none", forMs: 0 },
      seenAt: null,
      freshness: 0,
    };
  }
  const metres = distanceM(latest, leader);
  const within = metres <= NEAR_M + (latest.accuracy ?? UNKNOWN_ACCURACY_M);
  return {
    userId,
    state: isStale(latest.at, now) ? "no_signal" : within ? "near" : "away",
    distanceM: metres,
    clue: readClue(trail, leader, now),
    seenAt: latest.at,
    freshness: freshness(latest.at, now),
  };
}

const CLUES: Record<Clue["kind"], number> = { walking_off: 0, moving: 1, still: 2, none: 3, coming_back: 4 };

function byClue(a: Nearness, b: Nearness): number {
  if (a.state !== b.state) return a.state === "away" ? -1 : 1;
  const within =
    a.state === "away"
      ? CLUES[a.clue.kind] - CLUES[b.clue.kind] || (b.distanceM ?? 0) - (a.distanceM ?? 0)
      : (b.seenAt?.getTime() ?? 0) - (a.seenAt?.getTime() ?? 0);
  return within || (a.userId < b.userId ? -1 : 1);
}

/**
 * "Not with you", best clue first: those away (walking off first, then the farther), then those without signal (the
 * one seen last first). The leader needs a position; without one the caller asks for another spot, or shows no list.
 */
export function listNotNear(members: readonly Follow[], leader: Spot, now: Date) {
  const judged = members.map((member) => judgeNear(member, leader, now));
  const count = (state: Nearness["state"]) => judged.filter((one) => one.state === state).length;
  return {
    near: count("near"),
    away: count("away"),
    noSignal: count("no_signal"),
    notNear: judged.filter((one) => one.state !== "near").sort(byClue),
  };
}
