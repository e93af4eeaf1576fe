import { DAY, MINUTE } from "@/lib/kernel/durations";
import type { PositionSource, RejectReason } from "../contract";
import { distanceM, type Spot } from "./geo";

const FUTURE_SKEW_MS = 2 * MINUTE;
export const TOO_OLD_MS = 7 * DAY;
const WORST_ACCURACY_M = 200;
/** The Haramain train runs at 83 m/s, an aeroplane at 250: only a long gap can hide a flight. */
const GROUND_LIMIT_MPS = 90;
const FLIGHT_LIMIT_MPS = 300;
const FLIGHT_GAP_MS = 10 * MINUTE;
/** GPS inside the mosques drifts 20 to 60 m; what a device doesn't tell is taken as that. */
export const UNKNOWN_ACCURACY_M = 50;
const NULL_ISLAND_DEG = 1e-6;

export type Fix = Spot & { at: Date; accuracy: number | null; source?: PositionSource };
type Seen = Spot & { at: Date; accuracy: number | null };
/** The member's newest accepted fix, and the teleport after it, if any, that waits for a second witness. */
export type LastKnown = Seen & { suspect?: Seen | null };
export type Judgement = { verdict: "ok" | RejectReason; late: boolean };

/** Metres per second that cannot be explained by the two accuracies; gaps under a second count as one. */
function impliedSpeed(a: Seen, b: Seen): number {
  const slack = (a.accuracy ?? UNKNOWN_ACCURACY_M) + (b.accuracy ?? UNKNOWN_ACCURACY_M);
  const gapS = Math.max(1, Math.abs(b.at.getTime() - a.at.getTime()) / 1000);
  return Math.max(0, distanceM(a, b) - slack) / gapS;
}

const reachable = (a: Seen, b: Seen) => {
  const gapMs = Math.abs(b.at.getTime() - a.at.getTime());
  return impliedSpeed(a, b) <= (gapMs > FLIGHT_GAP_MS ? FLIGHT_LIMIT_MPS : GROUND_LIMIT_MPS);
};

function judgeAlone(fix: Fix, now: Date): "ok" | RejectReason {
  if (Number.isNaN(fix.at.getTime())) return "invalid";
  // Written so that NaN fails too.
  if (!(Math.abs(fix.lat) <= 90 && Math.abs(fix.lng) <= 180)) return "out_of_range";
  if (Math.abs(fix.lat) < NULL_ISLAND_DEG && Math.abs(fix.lng) < NULL_ISLAND_DEG) return "zero_zero";
  if (fix.at.getTime() > now.getTime() + FUTURE_SKEW_MS) return "future";
  if (fix.at.getTime() < now.getTime() - TOO_OLD_MS) return "too_old";
  // OwnTracks writes 0 for "no idea"; a browser's 0 is a device that believes it.
  const unknowing = fix.source === "owntracks" && fix.accuracy === 0;
  if (unknowing || (fix.accuracy !== null && !(fix.accuracy <= WORST_ACCURACY_M))) return "inaccurate";
  return "ok";
}

/**
 * What one fix means after `last`. A fix not newer than `last` is ok but late: history, never the marker; it is not
 * tried for teleport, as the marker itself may be the wrong one. A teleport is refused, unless the teleport before it
 * (`last.suspect`, strictly older) is within reach: two witnesses win, so a wrong first fix can't lock a member out.
 */
export function judgeFix(fix: Fix, last: LastKnown | null, now: Date): Judgement {
  const alone = judgeAlone(fix, now);
  if (alone !== "ok" || !last) return { verdict: alone, late: false };
  if (fix.at <= last.at) return { verdict: "ok", late: true };
  if (reachable(last, fix)) return { verdict: "ok", late: false };
  const witness = last.suspect;
  // Strictly older: a teleport sent twice must not bear witness to itself.
  const agreed = !!witness && witness.at < fix.at && reachable(witness, fix);
  return { verdict: agreed ? "ok" : "teleport", late: false };
}

const seen = ({ at, lat, lng, accuracy }: Fix): Seen => ({ at, lat, lng, accuracy });

/** What to remember after a judgement: the new marker, or the same one with a fresh suspect. */
export function rememberFix(fix: Fix, last: LastKnown | null, { verdict, late }: Judgement): LastKnown | null {
  if (verdict === "ok") return late ? last : { suspect: null, ...seen(fix) };
  if (verdict !== "teleport" || !last) return last;
  return last.suspect && last.suspect.at >= fix.at ? last : { ...last, suspect: seen(fix) };
}

export type JudgedBatch<T extends Fix> = {
  accepted: { fix: T; late: boolean }[];
  rejected: { fix: T; reason: RejectReason }[];
  last: LastKnown | null;
};

/** Judges one member's batch in order of fix time, so that a batch that was shuffled on its way has no late fixes. */
export function judgeBatch<T extends Fix>(fixes: readonly T[], last: LastKnown | null, now: Date): JudgedBatch<T> {
  const batch: JudgedBatch<T> = { accepted: [], rejected: [], last };
  for (const fix of fixes.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const judgement = judgeFix(fix, batch.last, now);
    batch.last = rememberFix(fix, batch.last, judgement);
    if (judgement.verdict === "ok") batch.accepted.push({ fix, late: judgement.late });
    else batch.rejected.push({ fix, reason: judgement.verdict });
  }
  return batch;
}

/**
 * The battery reading a fix brings, whatever became of its position: null when it has none or a younger one is known.
 * A fix from the future, or without a legible time, was read at the latest now.
 */
export function carriesBattery(
  fix: { at: Date | null; battery: number | null },
  knownAt: Date | null,
  now: Date,
): { battery: number; at: Date } | null {
  const { battery } = fix;
  if (battery === null || !(battery >= 0 && battery <= 1)) return null;
  const legible = fix.at && !Number.isNaN(fix.at.getTime()) ? fix.at : now;
  const at = legible > now ? now : legible;
  return knownAt && at <= knownAt ? null : { battery, at };
}
