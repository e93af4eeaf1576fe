export type Spot = { lat: number; lng: number };

const EARTH_M = 6_371_008.8;
const rad = (deg: number) => (deg * Math.PI) / 180;
const deg = (radians: number) => (radians * 180) / Math.PI;

/** Metres between two spots along a great circle. */
export function distanceM(a: Spot, b: Spot): number {
  const dLat = rad(b.lat - a.lat) / 2;
  const dLng = rad(b.lng - a.lng) / 2;
  const h = Math.sin(dLat) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(dLng) ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The direction to set out in from a to b, degrees clockwise from north, 0 to 360. */
export function bearingDeg(a: Spot, b: Spot): number {
  const dLng = rad(b.lng - a.lng);
  const y = Math.sin(dLng) * Math.cos(rad(b.lat));
  const x = Math.cos(rad(a.lat)) * Math.sin(rad(b.lat)) - Math.sin(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.cos(dLng);
  return (deg(Math.atan2(y, x)) + 360) % 360;
}

/** The spot `metres` from a in direction `bearing` (degrees clockwise from north). */
export function spotAt(a: Spot, bearing: number, metres: number): Spot {
  const reach = metres / EARTH_M;
  const lat = Math.asin(
    Math.sin(rad(a.lat)) * Math.cos(reach) + Math.cos(rad(a.lat)) * Math.sin(reach) * Math.cos(rad(bearing)),
  );
  const lng =
    rad(a.lng) +
    Math.atan2(
      Math.sin(rad(bearing)) * Math.sin(reach) * Math.cos(rad(a.lat)),
      Math.cos(reach) - Math.sin(rad(a.lat)) * Math.sin(lat),
    );
  return { lat: deg(lat), lng: ((deg(lng) + 540) % 360) - 180 };
}

/** Metres walked along the spots in their order. */
export const lengthM = (spots: readonly Spot[]): number =>
  spots.reduce((sum, spot, i) => (i === 0 ? 0 : sum + distanceM(spots[i - 1] as Spot, spot)), 0);
