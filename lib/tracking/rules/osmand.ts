import { parseJson } from "@/lib/kernel/parse";
import {
  collect,
  isRaw,
  nameFix,
  nothingRead,
  type Raw,
  type Reading,
  readEpoch,
  readMeasure,
  readNumber,
} from "./reading";

const KNOT = 1852 / 3600;
const SECONDS_END = 2 ** 31;
const ZONELESS = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?)$/;
const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** Epoch seconds or milliseconds (below 2^31 it is seconds), ISO 8601, or `yyyy-MM-dd HH:mm:ss`, which is UTC. */
export function readTimestamp(raw: unknown): Date | null {
  const epoch = readNumber(raw);
  if (epoch !== null) return readEpoch(epoch < SECONDS_END ? epoch * 1000 : epoch);
  if (typeof raw !== "string") return null;
  const zoneless = ZONELESS.exec(raw.trim());
  if (zoneless) return readEpoch(Date.parse(`${zoneless[1]}T${zoneless[2]}Z`));
  return ZONED.test(raw.trim()) ? readEpoch(Date.parse(raw.trim())) : null;
}

/** In this protocol 0 means that the app does not know. */
const readRadius = (raw: unknown) => readMeasure(raw, 10_000_000) || null;

function readPlace(form: URLSearchParams) {
  const pair = form.get("location")?.split(",");
  const [lat, lng] = pair?.length === 2 ? pair : [form.get("lat"), form.get("lon")];
  return { sent: pair !== undefined || lat !== null || lng !== null, lat: readNumber(lat), lng: readNumber(lng) };
}

/** The query or form of OsmAnd and of older Traccar Clients: speed in knots, battery in percent. */
function readForm(form: URLSearchParams, device: string, now: Date): Reading {
  if (!form.get("id") && !form.get("deviceid")) return { ok: false, problem: "tracker_id_missing" };
  const timestamp = form.get("timestamp");
  const at = timestamp === null ? now : readTimestamp(timestamp);
  const battery = readMeasure(form.get("batt"), 1, 1 / 100);
  const { sent, lat, lng } = readPlace(form);
  if (!sent) return collect(nothingRead(), { reason: "no_position", at, battery });
  const measured = {
    at,
    lat,
    lng,
    // Not from `hdop`: OsmAnd writes metres under that name, other apps a dilution without a unit.
    accuracy: readRadius(form.get("accuracy")),
    speed: readMeasure(form.get("speed"), 100_000, KNOT),
    heading: readMeasure(form.get("bearing") ?? form.get("heading"), 360),
    battery,
  };
  return collect(nothingRead(), nameFix(measured, device, "osmand"));
}

function readSpot(spot: Raw, device: string, now: Date) {
  const battery = readMeasure(isRaw(spot.battery) ? spot.battery.level : null, 1);
  const at = spot.timestamp === undefined ? now : readTimestamp(spot.timestamp);
  if (!isRaw(spot.coords)) return { reason: "no_position" as const, at, battery };
  const { latitude, longitude, accuracy, speed, heading } = spot.coords;
  const measured = {
    at,
    lat: readNumber(latitude),
    lng: readNumber(longitude),
    accuracy: readRadius(accuracy),
    speed: readMeasure(speed, 100_000),
    heading: readMeasure(heading, 360),
    battery,
  };
  return nameFix(measured, device, "osmand");
}

/** The JSON of Traccar Client 9 and later: speed in m/s, battery from 0 to 1, -1 for unknown everywhere. */
function readJson(body: string, device: string, now: Date): Reading {
  const json = parseJson(body);
  if (!isRaw(json)) return { ok: false, problem: "malformed" };
  if (!json.device_id) return { ok: false, problem: "tracker_id_missing" };
  const spots = Array.isArray(json.location) ? json.location : [json.location];
  if (!spots.every(isRaw)) return { ok: false, problem: "malformed" };
  const reading = nothingRead();
  for (const spot of spots) collect(reading, readSpot(spot, device, now));
  return reading;
}

/**
 * Reads what OsmAnd or Traccar Client sent: a query string, a form body, or JSON. Without a time it was fixed `now`.
 * `tracker_id_missing` (no id in it) is answered 400. Cell and wifi alone give no position, and that is fine.
 */
export function readOsmand(sent: { query: string; body: string }, device: string, now: Date): Reading {
  const body = sent.body.trim();
  if (body.startsWith("{") || body.startsWith("[")) return readJson(body, device, now);
  const form = new URLSearchParams(sent.query);
  for (const [key, value] of new URLSearchParams(body)) form.set(key, value);
  return readForm(form, device, now);
}
