import { v5 } from "uuid";
import { centi, type PositionInput, type PositionSource } from "../contract";

/** A fix from a companion app. It is still to be judged: a reader converts, it does not decide. */
export type TrackerFix = PositionInput & { source: PositionSource };
/** What brought no fix; the battery in it still counts. */
export type Dropped = { reason: "invalid" | "no_position"; at: Date | null; battery: number | null };
/** A body read: `encrypted` asks for a kind word to the member, as we hold no key to it. */
export type Reading =
  | { ok: true; fixes: TrackerFix[]; dropped: Dropped[]; ignored: number; encrypted: boolean }
  | { ok: false; problem: "malformed" | "tracker_id_missing" };

/** The reading of a message that carries no position, to be filled. */
export const nothingRead = () => ({
  ok: true as const,
  fixes: [] as TrackerFix[],
  dropped: [] as Dropped[],
  ignored: 0,
  encrypted: false,
});

const NAMESPACE = "5f0c8b1e-9c1d-4e57-9a52-3c0f6a7be210";

export type Raw = Record<string, unknown>;
/** Is this an object as trackers send one? */
export const isRaw = (raw: unknown): raw is Raw => typeof raw === "object" && raw !== null && !Array.isArray(raw);

/** A finite number, also from text as query strings and old apps send it; else null. */
export function readNumber(raw: unknown): number | null {
  const value = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** `raw` times `scale`, or null outside 0 to `max`: apps write -1 for unknown. */
export function readMeasure(raw: unknown, max: number, scale = 1): number | null {
  const value = readNumber(raw);
  return value === null || value < 0 || value * scale > max ? null : centi(value * scale);
}

/** A Date from epoch milliseconds, or null where no calendar reaches. */
export function readEpoch(ms: number | null): Date | null {
  const at = new Date(ms ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}

export type Measured = Omit<PositionInput, "id" | "at" | "lat" | "lng"> & {
  at: Date | null;
  lat: number | null;
  lng: number | null;
};

/**
 * A fix under a name that the same fix always gets, so that a retry changes nothing; or why there is none.
 * `device` is our id of the tracker, never its token.
 */
export function nameFix(measured: Measured, device: string, source: PositionSource): TrackerFix | Dropped {
  const { at, lat, lng, battery } = measured;
  if (!at || lat === null || lng === null) return { reason: "invalid", at, battery };
  const id = v5([device, at.toISOString(), lat, lng].join("|"), NAMESPACE);
  return { ...measured, id, at, lat, lng, source };
}

/** Puts what one message gave on its pile. */
export function collect(reading: ReturnType<typeof nothingRead>, read: TrackerFix | Dropped) {
  if ("id" in read) reading.fixes.push(read);
  else reading.dropped.push(read);
  return reading;
}
