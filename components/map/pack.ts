/** An imported map pack: any GeoJSON FeatureCollection. Foreign data, so everything is checked where it is read. */
export type PackPlace = { lat: number; lng: number; name: string; nameAr: string | null; weight: number };
export type Pack = {
  lines: [number, number][][];
  blocks: [number, number][][];
  mosques: [number, number][][];
  places: PackPlace[];
  /** Whose data it is, as it says itself; null when it says nothing. */
  credit: string | null;
};

type Props = Record<string, unknown>;
const OSM_CREDIT = "© OpenStreetMap contributors";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown): string | null => (typeof value === "string" && value.trim() ? value.trim() : null);

/** A point as the map reads it, latitude first; null for what is nowhere on it. */
export function pair(raw: unknown): [number, number] | null {
  if (!Array.isArray(raw)) return null;
  const [lng, lat] = raw as unknown[];
  const fits = typeof lat === "number" && typeof lng === "number" && Math.abs(lat) <= 85.06 && Math.abs(lng) <= 180;
  return fits ? [lat, lng] : null;
}

const path = (raw: unknown): [number, number][] =>
  Array.isArray(raw) ? raw.map(pair).filter((point) => point !== null) : [];
const paths = (raw: unknown): [number, number][][] =>
  Array.isArray(raw) ? raw.map(path).filter((p) => p.length > 1) : [];
const outlines = (raw: unknown): [number, number][][] =>
  Array.isArray(raw) ? raw.flatMap((rings) => paths(rings).slice(0, 1)) : [];

const KIND_WEIGHT: Record<string, number> = {
  holy_site: 9,
  gate: 8,
  mosque: 6,
  medical: 5,
  hotel: 4,
  support: 4,
  toilet: 3,
};

const englishOf = (props: Props) => text(props["name:en"]) ?? text(props.name_en);
const isMosque = (props: Props) =>
  props.amenity === "place_of_worship" || props.kind === "mosque" || props.building === "mosque";
const kindOf = (props: Props) => (isMosque(props) ? "mosque" : text(props.kind));

/** Of what a feature says, all that the map draws by, in the words that travel; each no longer than `most`. */
export function wordsOf(props: Props, most: number): Record<string, string> {
  const known = kindOf(props);
  const kind = known && known in KIND_WEIGHT ? known : null;
  const words = { name: text(props.name), "name:en": englishOf(props), "name:ar": text(props["name:ar"]), kind };
  return Object.fromEntries(Object.entries(words).flatMap(([key, word]) => (word ? [[key, word.slice(0, most)]] : [])));
}

function place(props: Props, spot: [number, number]): PackPlace | null {
  const own = text(props.name);
  const name = englishOf(props) ?? own;
  if (!name) return null;
  const arabic = text(props["name:ar"]) ?? (own && /\p{Script=Arabic}/u.test(own) ? own : null);
  return { lat: spot[0], lng: spot[1], name, nameAr: arabic, weight: KIND_WEIGHT[kindOf(props) ?? ""] ?? 1 };
}

// One by one: a city's roads in one shape are more than a call takes arguments.
const addAll = (to: [number, number][][], found: [number, number][][]) => {
  for (const one of found) to.push(one);
};

function addGeometry(pack: Pack, geometry: Record<string, unknown>, props: Props): void {
  const { type, coordinates } = geometry;
  const surfaces = isMosque(props) ? pack.mosques : pack.blocks;
  if (type === "LineString") addAll(pack.lines, paths([coordinates]));
  else if (type === "MultiLineString") addAll(pack.lines, paths(coordinates));
  else if (type === "Polygon") addAll(surfaces, outlines([coordinates]));
  else if (type === "MultiPolygon") addAll(surfaces, outlines(coordinates));
  else if (type === "Point") {
    const spot = pair(coordinates);
    const named = spot && place(props, spot);
    if (named) pack.places.push(named);
  }
}

function creditOf(raw: Record<string, unknown>): string | null {
  const said = [raw.attribution, raw.license, raw.licence, raw.copyright].map(text).filter((words) => words !== null);
  if (said.some((words) => /openstreetmap|odbl/i.test(words))) return OSM_CREDIT;
  return said[0] ?? null;
}

/** Reads a GeoJSON FeatureCollection into what is drawn; null when it is none. Broken features are left out. */
export function readPack(raw: unknown): Pack | null {
  if (!isRecord(raw) || raw.type !== "FeatureCollection" || !Array.isArray(raw.features)) return null;
  const pack: Pack = { lines: [], blocks: [], mosques: [], places: [], credit: creditOf(raw) };
  for (const feature of raw.features as unknown[]) {
    if (!isRecord(feature) || !isRecord(feature.geometry)) continue;
    const props = isRecord(feature.properties) ? feature.properties : {};
    if (pack.credit === null && "osm" in props) pack.credit = OSM_CREDIT;
    addGeometry(pack, feature.geometry, props);
  }
  return pack;
}
