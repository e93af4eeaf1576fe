import { pair, readPack, wordsOf } from "@/components/map/pack";

/** What of a GeoJSON file travels: shapes, names and kinds. Everything else the map would not draw. */
type Geometry = { type: string; coordinates: unknown };
type Feature = { type: "Feature"; geometry: Geometry; properties: Record<string, string> };
export type PackFile = { type: "FeatureCollection"; features: Feature[] };
export type PackRead =
  | { ok: true; content: PackFile; left: number; bytes: number; suggested: string }
  | { ok: false; problem: "notJson" | "notGeoJson" | "empty" | "tooMany" | "tooLarge" };

const DRAWN = new Set(["Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"]);
const MAX_WORD = 200;
const MAX_FEATURES = 60_000;
/** The door takes 12 MB; the rest is for name and credit. */
const MAX_BYTES = 11_900_000;
// Six decimals are eleven centimetres.
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
/** Coordinates without the points that can't be read: the server refuses a file for one of them. */
function fine(value: unknown): unknown {
  if (Array.isArray(value) && value.some(Array.isArray)) return value.map(fine).filter((one) => one !== null);
  const spot = pair(value);
  return spot && [round(spot[1]), round(spot[0])];
}
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Whether the map finds anything in it. */
function isDrawn(feature: Feature): boolean {
  const pack = readPack({ type: "FeatureCollection", features: [feature] });
  return pack !== null && [pack.lines, pack.blocks, pack.mosques, pack.places].some((found) => found.length > 0);
}

function featureOf(raw: unknown): Feature | null {
  if (!isRecord(raw) || !isRecord(raw.geometry) || !DRAWN.has(String(raw.geometry.type))) return null;
  const given = isRecord(raw.properties) ? raw.properties : {};
  const geometry = { type: String(raw.geometry.type), coordinates: fine(raw.geometry.coordinates) };
  const feature: Feature = { type: "Feature", geometry, properties: wordsOf(given, MAX_WORD) };
  return isDrawn(feature) ? feature : null;
}

/** Reads a file a person chose. Nothing of it is trusted; the server judges it again. */
export async function readPackFile(file: File): Promise<PackRead> {
  const raw: unknown = await file
    .text()
    .then(
      (text) => JSON.parse(text),
      () => null,
    )
    .catch(() => null);
  if (raw === null) return { ok: false, problem: "notJson" };
  if (!isRecord(raw) || raw.type !== "FeatureCollection" || !Array.isArray(raw.features))
    return { ok: false, problem: "notGeoJson" };
  if (raw.features.length > MAX_FEATURES) return { ok: false, problem: "tooMany" };
  const features = raw.features.map(featureOf).filter((feature) => feature !== null);
  if (features.length === 0) return { ok: false, problem: "empty" };
  const content: PackFile = { type: "FeatureCollection", features };
  const bytes = new Blob([JSON.stringify(content)]).size;
  if (bytes > MAX_BYTES) return { ok: false, problem: "tooLarge" };
  const suggested = file.name.replace(/\.(geo)?json$/i, "").slice(0, 80);
  return { ok: true, content, left: raw.features.length - features.length, bytes, suggested };
}

type Spot = { lat: number; lng: number };

/** South-west and north-east of everything in the pack; nothing when no coordinate is legible. */
export function cornersOf({ features }: Pick<PackFile, "features">): Spot[] {
  const box = { south: 90, west: 180, north: -90, east: -180 };
  const see = (found: unknown): void => {
    if (!Array.isArray(found)) return;
    const [lng, lat] = found as unknown[];
    if (typeof lng !== "number" || typeof lat !== "number") {
      for (const inner of found) see(inner);
      return;
    }
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
  };
  for (const { geometry } of features) see(geometry.coordinates);
  const { south, west, north, east } = box;
  return south > north
    ? []
    : [
        { lat: south, lng: west },
        { lat: north, lng: east },
      ];
}
