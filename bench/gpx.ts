import type { Spot } from "@/lib/tracking/rules/geo";

export type GpxPoint = Spot & { at: Date | null };

const POINT = /<(?:\w+:)?trkpt\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?trkpt\s*>)/g;
const TIME = /<(?:\w+:)?time\s*>\s*([^<]+?)\s*<\//;
const degree = (attributes: string, name: string) =>
  Number(new RegExp(`\\b${name}\\s*=\\s*["']\\s*([^"']+?)\\s*["']`).exec(attributes)?.[1] ?? Number.NaN);

/** The track points of GPX 1.0 or 1.1, in their order over all tracks and segments; unreadable ones are left out. */
export function readGpx(text: string): GpxPoint[] {
  const points: GpxPoint[] = [];
  for (const [, attributes = "", inner = ""] of text.replace(/<!--[\s\S]*?-->/g, "").matchAll(POINT)) {
    const spot = { lat: degree(attributes, "lat"), lng: degree(attributes, "lon") };
    if (Number.isNaN(spot.lat) || Number.isNaN(spot.lng)) continue;
    const at = new Date(TIME.exec(inner)?.[1] ?? Number.NaN);
    points.push({ ...spot, at: Number.isNaN(at.getTime()) ? null : at });
  }
  return points;
}
