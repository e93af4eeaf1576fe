import { z } from "zod";
import { SharingState } from "@/lib/groups/contract";
import { ROLES } from "@/lib/kernel/actor";
import { Instant, isInstant } from "@/lib/kernel/clock";
import { PageInput, pageOf } from "@/lib/kernel/page";

/** More fixes than this in one call are refused: a phone back from hours offline sends several batches. */
export const MAX_BATCH = 500;

// Two decimals are finer than any sensor, and keep numbers too small for a `real` column out of a shared insert.
export const centi = (value: number) => Math.round(value * 100) / 100;
const measure = (min: number, max: number) => z.number().min(min).max(max).overwrite(centi).nullable().default(null);

const AT = "2026-11-21T05:18:00.000Z";
const ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e01";
const PERSON = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e02";
const SPOT = { at: AT, lat: 21.4225205, lng: 39.8261801, accuracy: 12, speed: 1.1, heading: 214, battery: 0.63 };

export const PositionInput = z
  .strictObject({
    id: z.uuid().describe("Made by the device; sending it again changes nothing."),
    at: Instant.describe("When the device fixed the position."),
    lat: z.number().describe("Degrees north, WGS 84. Beyond ±90 the fix is answered `out_of_range`."),
    lng: z.number().describe("Degrees east, WGS 84. Beyond ±180 the fix is answered `out_of_range`."),
    accuracy: measure(0, 10_000_000).describe("Radius in metres; null = the device does not know."),
    speed: measure(0, 100_000).describe("Metres per second over ground; null = unknown."),
    heading: measure(0, 360).describe("Degrees clockwise from north; null = unknown or standing."),
    battery: measure(0, 1).describe("A fraction, not a percentage: 0 empty, 1 full, as the browser says it."),
  })
  .meta({ examples: [{ id: ID, ...SPOT }] });
/** One fix on its way in: degrees, metres, metres per second, battery as a fraction of 1. */
export type PositionInput = z.output<typeof PositionInput>;

export const SendPositions = z
  .strictObject({ positions: z.array(PositionInput).min(1).max(MAX_BATCH) })
  .meta({ examples: [{ positions: [{ id: ID, ...SPOT }] }] });
export type SendPositions = z.output<typeof SendPositions>;

export const RejectReason = z.enum([
  "invalid",
  "out_of_range",
  "zero_zero",
  "future",
  "too_old",
  "inaccurate",
  "teleport",
  "not_sharing",
  "outside_trip",
]);
export type RejectReason = z.output<typeof RejectReason>;

/** What became of each fix. Accepted means durable: the phone may forget it. A rejected one need not be sent again. */
export const Receipt = z
  .strictObject({
    accepted: z.array(z.string()),
    rejected: z.array(
      z.strictObject({ id: z.string().describe("As sent, or `#n`, its place, without one."), reason: RejectReason }),
    ),
  })
  .meta({ examples: [{ accepted: [ID], rejected: [{ id: PERSON, reason: "inaccurate" }] }] });
export type Receipt = z.output<typeof Receipt>;

export const PositionSource = z.enum(["app", "owntracks", "osmand"]);
export type PositionSource = z.output<typeof PositionSource>;

/** A fix as it is shown and exported; same units as PositionInput. */
export const Position = z
  .strictObject({
    at: Instant,
    lat: z.number(),
    lng: z.number(),
    accuracy: z.number().nullable(),
    speed: z.number().nullable(),
    heading: z.number().nullable(),
    battery: z.number().nullable(),
  })
  .meta({ examples: [SPOT] });
export type Position = z.output<typeof Position>;

/** A member on the map. Sharing that is paused or off shows a state and never a coordinate. */
export const LatestPosition = z
  .strictObject({
    userId: z.uuid(),
    sharing: SharingState,
    position: Position.nullable(),
    battery: z
      .number()
      .nullable()
      .describe("Newest reading: it may be younger than the position, or up to 30 minutes older."),
    batteryAt: Instant.nullable(),
  })
  .meta({ examples: [{ userId: PERSON, sharing: "on", position: SPOT, battery: 0.63, batteryAt: AT }] });
export type LatestPosition = z.output<typeof LatestPosition>;
/** The same as it travels: times as text. */
export type LatestWire = z.input<typeof LatestPosition>;

/** News of members. With sharing on and no position only the battery is new, and the marker stays. */
export const PositionBatch = z.strictObject({ groupId: z.uuid(), positions: z.array(LatestPosition) }).meta({
  examples: [
    {
      groupId: ID,
      positions: [{ userId: PERSON, sharing: "on", position: SPOT, battery: 0.63, batteryAt: AT }],
    },
  ],
});
export type PositionBatch = z.output<typeof PositionBatch>;

export const HistoryFormat = z.enum(["json", "gpx", "geojson", "csv"]);
export type HistoryFormat = z.output<typeof HistoryFormat>;
/** `from` is included, `to` is not. Without them the feature's own default window counts. */
export const HistoryQuery = z
  .strictObject({ from: Instant.optional(), to: Instant.optional(), format: HistoryFormat.default("json") })
  .refine(({ from, to }) => !from || !to || from < to, { path: ["to"], error: "to_before_from" })
  .meta({ examples: [{ from: "2026-11-20T21:00:00.000Z", to: AT, format: "gpx" }] });
export type HistoryQuery = z.output<typeof HistoryQuery>;

export const TrackerKind = z.enum(["owntracks", "osmand"]);
export type TrackerKind = z.output<typeof TrackerKind>;
export const IssueTracker = z
  .strictObject({ kind: TrackerKind, name: z.string().trim().min(1).max(60) })
  .meta({ examples: [{ kind: "owntracks", name: "Old phone in the bag" }] });
export type IssueTracker = z.output<typeof IssueTracker>;

const tracker = { id: z.uuid(), kind: TrackerKind, name: z.string(), createdAt: Instant };
const TRACKER = { id: ID, kind: "owntracks" as const, name: "Old phone in the bag", createdAt: AT };
export const Tracker = z
  .strictObject({ ...tracker, lastSeenAt: Instant.nullable() })
  .meta({ examples: [{ ...TRACKER, lastSeenAt: null }] });
export type Tracker = z.output<typeof Tracker>;
/** The only answer that carries the token: we keep its hash. */
export const TrackerToken = z
  .strictObject({
    ...tracker,
    token: z.string(),
    path: z.string().describe("Behind our address: what to paste into the companion app."),
  })
  .meta({ examples: [{ ...TRACKER, token: "tr_5Jq0", path: "/api/v1/ingest/owntracks/tr_5Jq0" }] });
export type TrackerToken = z.output<typeof TrackerToken>;

/** A fix that was refused unread; its battery, if legible, still counts. */
export type Refused = { id: string; reason: "invalid"; at: Date | null; battery: number | null };
export type Guarded = { fixes: PositionInput[]; rejected: Refused[] };

const UUID = z.regexes.uuid();
const ISO = z.regexes.datetime({ offset: true });
const FIELDS = new Set(["id", "at", "lat", "lng", "accuracy", "speed", "heading", "battery"]);

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

/** undefined = invalid, null = unknown. */
const inRange = (raw: unknown, min: number, max: number): number | null | undefined => {
  if (raw === undefined || raw === null) return null;
  return typeof raw === "number" && raw >= min && raw <= max ? centi(raw) : undefined;
};

const readAt = (raw: unknown): Date | null => {
  if (typeof raw !== "string" || !ISO.test(raw)) return null;
  const at = new Date(raw);
  return isInstant(at) ? at : null;
};

function guardFix(raw: unknown): PositionInput | null {
  if (!isRecord(raw)) return null;
  for (const key of Object.keys(raw)) if (!FIELDS.has(key)) return null;
  const { id, lat, lng } = raw;
  if (typeof id !== "string" || !UUID.test(id)) return null;
  if (typeof lat !== "number" || typeof lng !== "number" || !Number.isFinite(lat) || !Number.isFinite(lng)) return null;
  const at = readAt(raw.at);
  const accuracy = inRange(raw.accuracy, 0, 10_000_000);
  const speed = inRange(raw.speed, 0, 100_000);
  const heading = inRange(raw.heading, 0, 360);
  const battery = inRange(raw.battery, 0, 1);
  if (!at || accuracy === undefined || speed === undefined || heading === undefined || battery === undefined) {
    return null;
  }
  return { id, at, lat, lng, accuracy, speed, heading, battery };
}

function refuse(raw: unknown, place: number): Refused {
  const fix = isRecord(raw) ? raw : {};
  const id = typeof fix.id === "string" && fix.id.length > 0 && fix.id.length <= 64 ? fix.id : `#${place}`;
  return { id, reason: "invalid", at: readAt(fix.at), battery: inRange(fix.battery, 0, 1) ?? null };
}

/**
 * SendPositions by hand for the hot path, three times as fast as the schema and of the same verdict, except
 * that one bad fix refuses only itself. Null when the envelope itself is malformed: nothing of it is read.
 */
export function guardPositions(raw: unknown): Guarded | null {
  if (!isRecord(raw) || !Array.isArray(raw.positions) || Object.keys(raw).length !== 1) return null;
  const sent: unknown[] = raw.positions;
  if (sent.length < 1 || sent.length > MAX_BATCH) return null;
  const guarded: Guarded = { fixes: [], rejected: [] };
  sent.forEach((one, place) => {
    const fix = guardFix(one);
    if (fix) guarded.fixes.push(fix);
    else guarded.rejected.push(refuse(one, place));
  });
  return guarded;
}

/** Everybody of a group, each with the newest position that may be shown. */
export const GroupPositions = pageOf(LatestPosition);
/** One person's fixes, oldest first. */
export const PositionHistory = z
  .strictObject({ data: z.array(Position), nextCursor: z.null() })
  .meta({ examples: [{ data: [SPOT], nextCursor: null }] });
export const TrackerList = pageOf(Tracker);

const Spot = z.array(z.number()).min(2).max(3);
const Geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Point"), coordinates: Spot }),
  z.object({ type: z.literal("LineString"), coordinates: z.array(Spot) }),
  z.object({ type: z.literal("MultiLineString"), coordinates: z.array(z.array(Spot)) }),
  z.object({ type: z.literal("Polygon"), coordinates: z.array(z.array(Spot)) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(z.array(Spot))) }),
]);
// Programs that draw maps write null for what has no name.
const Word = z.string().max(200).nullish();
/** Of a feature's properties only its names and its kind are kept: what the map draws by. */
const Feature = z.object({
  type: z.literal("Feature"),
  geometry: Geometry,
  properties: z
    .object({ name: Word, "name:en": Word, "name:ar": Word, kind: Word.describe("mosque, gate, hotel, toilet, …") })
    .nullable(),
});
const PACK = {
  type: "FeatureCollection" as const,
  features: [
    {
      type: "Feature" as const,
      geometry: { type: "Point" as const, coordinates: [39.8262, 21.4225] },
      properties: { name: "Kaaba" },
    },
  ],
};
export const MapContent = z.object({ type: z.literal("FeatureCollection"), features: z.array(Feature).max(60_000) });
export type MapContent = z.output<typeof MapContent>;
const isOnEarth = (coordinates: unknown[]): boolean => {
  const [lng, lat] = coordinates;
  if (typeof lng === "number" && typeof lat === "number") return Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
  return coordinates.every((inner) => Array.isArray(inner) && isOnEarth(inner));
};
export const ImportMapPack = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    credit: z.string().trim().min(1).max(200),
    // The first is told: in a file that is measured in metres all of them are wrong.
    content: MapContent.superRefine(({ features }, { addIssue }) => {
      const at = features.findIndex(({ geometry }) => !isOnEarth(geometry.coordinates));
      if (at >= 0) addIssue({ code: "custom", message: "not_degrees", path: ["features", at] });
    }),
  })
  .meta({ examples: [{ name: "Makkah", credit: "© OpenStreetMap contributors", content: PACK }] });
export const MapPackInfo = z
  .strictObject({ id: z.uuid(), name: z.string(), credit: z.string(), features: z.number().int() })
  .meta({ examples: [{ id: ID, name: "Makkah", credit: "© OpenStreetMap contributors", features: 1 }] });
export const MapPack = z
  .strictObject({ id: z.uuid(), name: z.string(), credit: z.string(), content: MapContent })
  .meta({ examples: [{ id: ID, name: "Makkah", credit: "© OpenStreetMap contributors", content: PACK }] });

/** One hour in which somebody looked at my position, or at the whole group's map. */
export const Look = z
  .strictObject({
    viewerId: z.uuid(),
    viewerName: z.string(),
    viewerRoles: z.array(z.enum(ROLES)),
    hour: Instant,
    what: z.enum(["map", "history", "export"]),
    of: z.enum(["me", "group"]),
  })
  .meta({
    examples: [{ viewerId: PERSON, viewerName: "Lukman", viewerRoles: ["leader"], hour: AT, what: "map", of: "group" }],
  });
export type Look = z.output<typeof Look>;
export const LookPage = pageOf(Look);
export const ListLooks = z.strictObject({ groupId: z.uuid(), ...PageInput.shape });
