import { csvOf } from "@/lib/kernel/csv";
import type { Position } from "../contract";

export type Track = { name: string; positions: readonly Position[] };
const NAMESPACE = "urn:qafila:position:1";

// XML 1.0 has no way to write these, not even escaped; lone surrogates would end the file too.
const XML_FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
const xml = (text: string) => text.replace(XML_FORBIDDEN, "").replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const MEASURES = ["accuracy", "speed", "heading", "battery"] as const;

/** xsd:decimal knows no exponent: 1e-7 is written 0.0000001, with every digit that tells it from its neighbours. */
export function decimal(value: number): string {
  const [mantissa = "", exponent] = String(value).split("e");
  if (exponent === undefined) return Object.is(value, -0) ? "-0" : mantissa;
  const [whole = "", part = ""] = mantissa.replace("-", "").split(".");
  const digits = whole + part;
  const point = whole.length + Number(exponent);
  const sign = mantissa.startsWith("-") ? "-" : "";
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, "0");
}

function gpxPoint(position: Position): string {
  const told = MEASURES.filter((key) => position[key] !== null);
  const more = told.map((key) => `<q:${key}>${decimal(position[key] ?? 0)}</q:${key}>`).join("");
  const extensions = more ? `<extensions>${more}</extensions>` : "";
  const where = `lat="${decimal(position.lat)}" lon="${decimal(position.lng)}"`;
  return `<trkpt ${where}><time>${position.at.toISOString()}</time>${extensions}</trkpt>`;
}

/** GPX 1.1, one track with one segment; accuracy, speed, heading and battery as extensions in a namespace of ours. */
export function toGpx({ name, positions }: Track): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gpx version="1.1" creator="Qafila" xmlns="http://www.topografix.com/GPX/1/1" xmlns:q="${NAMESPACE}">`,
    `<trk><name>${xml(name)}</name><trkseg>`,
    ...positions.map(gpxPoint),
    "</trkseg></trk></gpx>",
    "",
  ].join("\n");
}

const pair = ({ lat, lng }: Position) => [lng, lat] as const;

/** GeoJSON: one Point per position with its time and measures; from two on, first a LineString with all times. */
export function toGeoJson({ name, positions }: Track) {
  const points = positions.map((position) => {
    const { lat: _lat, lng: _lng, at, ...measures } = position;
    return {
      type: "Feature" as const,
      geometry: { type: "Point" as const, coordinates: pair(position) },
      properties: { time: at.toISOString(), ...measures },
    };
  });
  const line = {
    type: "Feature" as const,
    geometry: { type: "LineString" as const, coordinates: positions.map(pair) },
    properties: { name, times: positions.map(({ at }) => at.toISOString()) },
  };
  // RFC 7946: a line has at least two positions.
  return { type: "FeatureCollection" as const, features: positions.length > 1 ? [line, ...points] : points };
}

/** A line per position; speed in m/s, heading in degrees, battery as a fraction. */
export function toCsv({ name, positions }: Track): string {
  const written = (value: number | null) => (value === null ? null : decimal(value));
  const rows = positions.map((position) => [
    ...[name, position.at.toISOString(), decimal(position.lat), decimal(position.lng)],
    ...MEASURES.map((key) => written(position[key])),
  ]);
  return csvOf([["name", "time", "lat", "lng", ...MEASURES], ...rows]);
}
