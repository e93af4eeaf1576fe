import { onServerClock } from "@/components/ui/server-clock";
import { newId } from "@/lib/kernel/ids";
import type { OutgoingFix } from "./fix";
import { HEARTBEAT_MS, type Reading, worthSending } from "./sampler";

export type WatchTrouble = "denied" | "unavailable" | "unsupported";
type Battery = { level: number };

const OPTIONS: PositionOptions = { enableHighAccuracy: true, maximumAge: 0, timeout: 30_000 };

export function toReading(position: GeolocationPosition): Reading {
  const { latitude, longitude, accuracy, speed, heading } = position.coords;
  const turned = heading === null || Number.isNaN(heading) ? null : heading;
  return { lat: latitude, lng: longitude, atMs: onServerClock(position.timestamp), accuracy, speed, heading: turned };
}

/** A reading as it waits in the queue: an id of its own, fields the device does not know left out. */
export function toFix(reading: Reading, battery: number | null): OutgoingFix {
  return {
    id: newId(),
    at: new Date(reading.atMs).toISOString(),
    lat: reading.lat,
    lng: reading.lng,
    ...(reading.accuracy !== null && { accuracy: Math.round(reading.accuracy) }),
    ...(reading.speed !== null && { speed: Math.round(reading.speed * 100) / 100 }),
    ...(reading.heading !== null && { heading: Math.round(reading.heading) % 360 }),
    ...(battery !== null && { battery }),
  };
}

/** A fraction, as the contract wants it. */
async function batteryLevel(): Promise<number | null> {
  const source = navigator as { getBattery?: () => Promise<Battery> };
  const battery = await source.getBattery?.().catch(() => null);
  return battery ? battery.level : null;
}

export type WatchHandlers = {
  /** Every reading, for drawing "you". */
  seen: (reading: Reading) => void;
  /** Only readings worth sending. */
  fix?: (fix: OutgoingFix) => void;
  trouble: (trouble: WatchTrouble) => void;
};

/** Watches this device's position until the returned function is called. Standing still is read once a minute. */
export function watchDevice(
  handlers: WatchHandlers,
  geolocation: Geolocation | undefined = navigator.geolocation,
): () => void {
  if (!geolocation) {
    handlers.trouble("unsupported");
    return () => undefined;
  }
  let last: Reading | null = null;
  const take = (position: GeolocationPosition) => {
    const reading = toReading(position);
    handlers.seen(reading);
    if (!handlers.fix || !worthSending(last, reading)) return;
    last = reading;
    void batteryLevel().then((battery) => handlers.fix?.(toFix(reading, battery)));
  };
  const fail = (error: GeolocationPositionError) =>
    handlers.trouble(error.code === error.PERMISSION_DENIED ? "denied" : "unavailable");
  const watch = geolocation.watchPosition(take, fail, OPTIONS);
  // A phone that does not move reports nothing by itself.
  const beat = setInterval(() => geolocation.getCurrentPosition(take, () => undefined, OPTIONS), HEARTBEAT_MS);
  return () => {
    geolocation.clearWatch(watch);
    clearInterval(beat);
  };
}
