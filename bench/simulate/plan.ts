import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OutgoingFix } from "@/components/offline/fix";
import { newId } from "@/lib/kernel/ids";
import { type RoutePoint, retime, trackOf, umrahRoute } from "../routes";

const GPX = join(import.meta.dirname, "../../../shared/data/gpx");
const TRACKS = ["around-visnjan-with-car", "bus_304_limerick", "cerknicko-jezero", "run_washington"];

const CHANNELS = ["socket", "rest", "owntracks", "traccar", "osmand"] as const;
export type Channel = (typeof CHANNELS)[number];

/** One fix and when, in milliseconds after the start, its device has it. */
export type Step = { dueMs: number; fix: OutgoingFix };
export type Drive = { channel: Channel; route: string; steps: Step[] };

/** How often devices report, in real time: slow enough for the limit of 120 calls a minute. */
export const BEAT_MS = 600;

const wholeSecond = (at: Date) => new Date(Math.floor(at.getTime() / 1_000) * 1_000);

/** Trackers write whole seconds, and one device is in one place at a time. */
function clean(points: readonly RoutePoint[], everyMs: number): RoutePoint[] {
  const kept: RoutePoint[] = [];
  for (const point of points) {
    const at = wholeSecond(point.at);
    const last = kept.at(-1)?.at.getTime() ?? Number.NEGATIVE_INFINITY;
    if (at.getTime() - last >= Math.max(1_000, everyMs)) kept.push({ ...point, at });
  }
  return kept;
}

/** The routes in turn: every second one a generated umrah, between them the real tracks where we have them. */
function routeOf(index: number): { route: string; points: RoutePoint[] } {
  const track = TRACKS[Math.floor(index / 2) % TRACKS.length] as string;
  const file = join(GPX, `${track}.gpx`);
  if (index % 2 === 1 && existsSync(file)) return { route: track, points: trackOf(readFileSync(file, "utf8")) };
  return { route: `umrah ${index + 1}`, points: umrahRoute(index + 1) };
}

/**
 * What each member drives: all routes end together, `speed` times as fast as they were walked and with their own
 * pauses, so that every fix lies in the past when it is sent and the last one is fixed as it is sent.
 */
export function planDrives(members: number, speed: number, start: Date): { drives: Drive[]; lastsMs: number } {
  const routes = Array.from({ length: members }, (_, i) => {
    const channel = CHANNELS[i % CHANNELS.length] as Channel;
    const { route, points } = routeOf(i);
    // The query form carries one fix a call, so such a device reports more rarely.
    return { channel, route, points: clean(points, channel === "osmand" ? BEAT_MS * speed * 1.5 : 0) };
  });
  const lengthMs = ({ points }: { points: RoutePoint[] }) =>
    (points.at(-1)?.at.getTime() ?? 0) - (points[0]?.at.getTime() ?? 0);
  const lastsMs = Math.ceil(Math.max(...routes.map(lengthMs)) / speed);
  const end = wholeSecond(new Date(start.getTime() + lastsMs)).getTime();
  const drives = routes.map((route): Drive => {
    const points = retime(route.points, new Date(end - lengthMs(route)));
    const steps = points.map((point) => ({
      dueMs: lastsMs - (end - point.at.getTime()) / speed,
      fix: asFix(point),
    }));
    return { channel: route.channel, route: route.route, steps };
  });
  return { drives, lastsMs };
}

const asFix = ({ at, lat, lng, accuracy, speed, heading }: RoutePoint): OutgoingFix => ({
  id: newId(),
  at: at.toISOString(),
  lat,
  lng,
  accuracy,
  speed: Math.round(speed * 10) / 10,
  heading: Math.round(heading) % 360,
  battery: 0.8,
});
