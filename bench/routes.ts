import { findSite } from "@/lib/sites/contract";
import { bearingDeg, distanceM, type Spot, spotAt } from "@/lib/tracking/rules/geo";
import { readGpx } from "./gpx";

export type RoutePoint = Spot & { at: Date; accuracy: number; speed: number; heading: number };
export type UmrahPhase = "to_haram" | "tawaf" | "prayer" | "sai" | "tahallul" | "to_hotel";
export type UmrahPoint = RoutePoint & { phase: UmrahPhase };

/** A route to replay: the timed points of a GPX text with speed (m/s) and heading towards the next point. */
export function trackOf(gpx: string): RoutePoint[] {
  const timed = readGpx(gpx).flatMap(({ at, ...spot }) => (at ? [{ ...spot, at }] : []));
  return timed.map((point, i) => {
    const next = timed[i + 1] ?? point;
    const seconds = (next.at.getTime() - point.at.getTime()) / 1000;
    const speed = seconds > 0 ? distanceM(point, next) / seconds : 0;
    return { ...point, accuracy: 8, speed, heading: bearingDeg(point, next) };
  });
}

/** The same points with the same pauses, the first one at `start`. */
export function retime<T extends { at: Date }>(points: readonly T[], start: Date): T[] {
  const shift = start.getTime() - (points[0]?.at.getTime() ?? 0);
  return points.map((point) => ({ ...point, at: new Date(point.at.getTime() + shift) }));
}

/** Mulberry32: small, fast, and the same on every machine. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const site = (id: string): Spot => {
  const found = findSite(id);
  if (!found) throw new Error(`site ${id} is not shipped`);
  return { lat: found.lat, lng: found.lng };
};

type Stage = { phase: UmrahPhase; from: Spot; to: Spot; seconds: number };

/** Seven circuits, anticlockwise from the line of the Black Stone: bearings from the Kaaba fall. */
function tawafSpots(random: () => number): Spot[] {
  const kaaba = site("kaaba");
  const start = bearingDeg(kaaba, site("hajar_aswad"));
  const steps = 36;
  const radii = Array.from({ length: 8 }, () => 34 + random() * 14);
  return Array.from({ length: 7 * steps + 1 }, (_, i) => {
    const circuit = Math.min(6, Math.floor(i / steps));
    const part = (i - circuit * steps) / steps;
    const radius = (radii[circuit] ?? 40) * (1 - part) + (radii[circuit + 1] ?? 40) * part;
    return spotAt(kaaba, start - (i * 360) / steps, radius);
  });
}

function umrahStages(random: () => number): Stage[] {
  const pace = 0.9 + random() * 0.2;
  const stages: Stage[] = [];
  let here = spotAt(site("clock_tower"), random() * 360, 30 * random());
  const hotel = here;
  const walk = (phase: UmrahPhase, mps: number, ...spots: Spot[]) => {
    for (const to of spots) {
      stages.push({ phase, from: here, to, seconds: distanceM(here, to) / (mps * pace) });
      here = to;
    }
  };
  const stand = (phase: UmrahPhase, minutes: number) =>
    stages.push({ phase, from: here, to: here, seconds: minutes * 60 * (0.8 + random() * 0.4) });
  const [first, ...circuits] = tawafSpots(random) as [Spot, ...Spot[]];
  const [safa, marwah] = [site("safa"), site("marwah")];
  walk("to_haram", 1.1, site("gate_king_abdulaziz_1"), first);
  walk("tawaf", 0.65, ...circuits);
  walk("prayer", 0.8, spotAt(site("maqam_ibrahim"), 90, 15));
  stand("prayer", 10);
  walk("prayer", 0.8, safa);
  walk("sai", 0.9, marwah, safa, marwah, safa, marwah, safa, marwah);
  stand("tahallul", 8);
  walk("to_hotel", 1, site("gate_marwah_25"), site("gate_ali"), hotel);
  return stages;
}

/** A slow drift as of a real receiver, in metres: wider under the roofs of the mosque, no leap between two fixes. */
function driftOf(random: () => number) {
  let [north, east] = [0, 0];
  const step = (drift: number, sigmaM: number) => drift * 0.9 + (random() + random() + random() - 1.5) * sigmaM * 0.7;
  return (spot: Spot, sigmaM: number): Spot => {
    [north, east] = [step(north, sigmaM), step(east, sigmaM)];
    return spotAt(spotAt(spot, 0, north), 90, east);
  };
}

/**
 * One pilgrim's whole umrah, made up from the sites shipped and the same for the same seed: hotel, Haram gate, seven
 * circuits, prayer, seven legs between Safa and Marwah, and back. One fix every `everyS` seconds.
 */
export function umrahRoute(
  seed: number,
  { everyS = 5, start = new Date("2026-11-21T00:00:00Z") }: { everyS?: number; start?: Date } = {},
): UmrahPoint[] {
  const random = randomOf(seed);
  const stages = umrahStages(random);
  const drift = driftOf(random);
  const points: UmrahPoint[] = [];
  let [stageStart, second] = [0, 0];
  for (const { phase, from, to, seconds } of stages) {
    for (; second < stageStart + seconds; second += everyS) {
      const part = (second - stageStart) / seconds;
      const roofed = phase !== "to_haram" && phase !== "to_hotel";
      const truth = { lat: from.lat + (to.lat - from.lat) * part, lng: from.lng + (to.lng - from.lng) * part };
      points.push({
        ...drift(truth, roofed ? 8 : 4),
        at: new Date(start.getTime() + second * 1000),
        accuracy: Math.round(roofed ? 15 + random() * 25 : 5 + random() * 8),
        speed: distanceM(from, to) / seconds,
        heading: bearingDeg(from, to),
        phase,
      });
    }
    stageStart += seconds;
  }
  return points;
}
