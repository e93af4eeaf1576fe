import type { SharingState } from "@/lib/groups/contract";
import type { LatestPosition, Position } from "@/lib/tracking/contract";
import { lastBattery, type Trace } from "@/lib/tracking/rules/near";

/** How many fixes of a member are kept for clues and breadcrumbs. */
const TRAIL_MAX = 60;

export type Track = { latest: LatestPosition; trail: readonly Trace[] };
export type Tracks = ReadonlyMap<string, Track>;

export type Trails = Readonly<Record<string, readonly Trace[]>>;

/** What the page has read: everybody's newest position, with the ways of those who share theirs. */
export const openTracks = (latest: readonly LatestPosition[], trails: Trails = {}): Tracks =>
  new Map(
    latest.map((one) => [one.userId, { latest: one, trail: one.sharing === "on" ? (trails[one.userId] ?? []) : [] }]),
  );

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const moment = (raw: unknown): Date | null => {
  const at = raw instanceof Date ? raw : new Date(typeof raw === "string" ? raw : Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
};
const measure = (raw: unknown): number | null => (typeof raw === "number" && Number.isFinite(raw) ? raw : null);
const SHARING: readonly unknown[] = ["on", "paused", "off"] satisfies SharingState[];

function readPosition(raw: unknown): Position | null {
  if (!isRecord(raw)) return null;
  const [at, lat, lng] = [moment(raw.at), measure(raw.lat), measure(raw.lng)];
  if (!at || lat === null || lng === null) return null;
  const { accuracy, speed, heading, battery } = raw;
  return {
    at,
    lat,
    lng,
    accuracy: measure(accuracy),
    speed: measure(speed),
    heading: measure(heading),
    battery: measure(battery),
  };
}

function readLatest(raw: unknown): LatestPosition | null {
  if (!isRecord(raw) || typeof raw.userId !== "string" || !SHARING.includes(raw.sharing)) return null;
  const { userId, battery } = raw;
  const sharing = raw.sharing as SharingState;
  return {
    userId,
    sharing,
    position: readPosition(raw.position),
    battery: measure(battery),
    batteryAt: moment(raw.batteryAt),
  };
}

/** What `position:batch` carries, checked by hand: the schema would bring zod to the first paint. Null when it is not for this group. */
export function readBatch(payload: unknown, groupId: string): LatestPosition[] | null {
  if (!isRecord(payload) || payload.groupId !== groupId || !Array.isArray(payload.positions)) return null;
  return payload.positions.map(readLatest).filter((one) => one !== null);
}

const traceOf = ({ at, lat, lng, accuracy }: Position): Trace => ({ at, lat, lng, accuracy });

function follow(known: Track | undefined, news: LatestPosition): Track {
  const before = known?.latest.position ?? null;
  // Paused or off: the state replaces every coordinate we had (R56).
  if (news.sharing !== "on") return { latest: { ...news, position: null }, trail: [] };
  const trail = known?.trail ?? [];
  const moved = news.position && (!before || news.position.at > before.at) ? news.position : null;
  const position = moved ?? before;
  const battery = lastBattery(news, known?.latest ?? news, position?.at ?? null);
  return {
    latest: { ...news, position, ...battery },
    trail: moved ? [...trail, traceOf(moved)].slice(-TRAIL_MAX) : trail,
  };
}

/** Takes in news of members. A late fix never moves the latest one (R54); people not known before join. */
export function mergeLatest(tracks: Tracks, news: readonly LatestPosition[]): Tracks {
  const merged = new Map(tracks);
  for (const one of news) merged.set(one.userId, follow(merged.get(one.userId), one));
  return merged;
}

/** What was on its way while the group was asked for may be younger than the answer, by as much. */
const UNDER_WAY_MS = 30_000;

/** As `mergeLatest`, but the answer is the whole group: who is not in it any more is forgotten (R59), and so is where
 * somebody was whose position the server does not show, though they share: they paused meanwhile (R56).
 * @param askedAt by the server's clock */
export function replaceLatest(tracks: Tracks, all: readonly LatestPosition[], askedAt: Date): Tracks {
  const known = new Map<string, Track>();
  for (const { userId, position } of all) {
    const track = tracks.get(userId);
    const at = track?.latest.position?.at;
    const isHidden = !position && at !== undefined && askedAt.getTime() - at.getTime() > UNDER_WAY_MS;
    if (track && !isHidden) known.set(userId, track);
  }
  return mergeLatest(known, all);
}
