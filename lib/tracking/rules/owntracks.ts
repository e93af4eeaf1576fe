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

const KMH = 1 / 3.6;

function readLocation(raw: Raw, device: string) {
  const tst = readNumber(raw.tst);
  const measured = {
    // tst is when it was fixed; created_at when it was sent, hours later for a phone back from offline.
    at: readEpoch(tst === null ? null : tst * 1000),
    lat: readNumber(raw.lat),
    lng: readNumber(raw.lon),
    accuracy: readMeasure(raw.acc, 10_000_000),
    speed: readMeasure(raw.vel, 100_000, KMH),
    heading: readMeasure(raw.cog, 360),
    battery: readMeasure(raw.batt, 1, 1 / 100),
  };
  return nameFix(measured, device, "owntracks");
}

/**
 * Reads an OwnTracks HTTP body: one message or an array of them. An empty body is nothing and is fine; messages other
 * than locations (transition, waypoint, lwt, status) are counted and ignored. All these want 200 with `[]`, or the
 * phone sends them again for ever; only what is no JSON object at all is malformed.
 */
export function readOwnTracks(body: string, device: string): Reading {
  if (body.trim() === "") return nothingRead();
  const json = parseJson(body);
  const messages = Array.isArray(json) ? json : [json];
  if (!messages.every(isRaw)) return { ok: false, problem: "malformed" };
  const reading = nothingRead();
  for (const message of messages) {
    if (message._type === "location") collect(reading, readLocation(message, device));
    else if (message._type === "encrypted") reading.encrypted = true;
    else reading.ignored += 1;
  }
  return reading;
}
