import { describe, expect, it } from "vitest";
import { osmAndAddress } from "@/components/journey/osmand-address";
import { PositionInput } from "@/lib/tracking/contract";
import { judgeBatch, judgeFix } from "@/lib/tracking/rules/judge";
import { readOsmand, readTimestamp } from "@/lib/tracking/rules/osmand";
import { readOwnTracks } from "@/lib/tracking/rules/owntracks";
import type { Reading } from "@/lib/tracking/rules/reading";
import { sharedFile } from "../support/shared";

const NOW = new Date("2026-11-21T05:18:00Z");
const DEVICE = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e03";
const tst = NOW.getTime() / 1000;
const place = { _type: "location", lat: 21.4225, lon: 39.8262, tst };

const taken = (reading: Reading) => {
  if (!reading.ok) throw new Error(reading.problem);
  return reading;
};
const own = (...messages: unknown[]) =>
  taken(readOwnTracks(JSON.stringify(messages.length === 1 ? messages[0] : messages), DEVICE));
const query = (text: string) => readOsmand({ query: text, body: "" }, DEVICE, NOW);
const json = (body: unknown) => readOsmand({ query: "", body: JSON.stringify(body) }, DEVICE, NOW);

describe("OwnTracks", () => {
  it("reads all six recorded bodies, one by one and as one batch", ({ skip }) => {
    const bodies = JSON.parse(sharedFile("samples/owntracks/location_from_traccar_tests.json", skip));
    const alone = bodies.flatMap((body: unknown) => own(body).fixes);
    expect(alone).toHaveLength(6);
    expect(own(...bodies).fixes).toEqual(alone);
    const { source, ...fix } = alone[2];
    expect({ ...fix, source }).toMatchObject({
      at: new Date("2017-06-13T10:21:56Z"),
      lat: 48.85833,
      lng: 2.29513,
      accuracy: 5,
      speed: 16.94,
      heading: 271,
      battery: 0.67,
      source: "owntracks",
    });
    expect(PositionInput.safeEncode(fix).success).toBe(true);
    expect(alone[1]).toMatchObject({ accuracy: null, speed: null, heading: null, battery: null });
    expect(alone[4].at, "fixed at tst, not at created_at").toEqual(new Date(1736161169 * 1000));
  });

  it("accepts a body of no length and does nothing", () => {
    for (const body of ["", "\n", "[]"]) expect(taken(readOwnTracks(body, DEVICE)).fixes).toEqual([]);
  });

  it("ignores what is no location", () => {
    const reading = own({ _type: "transition", event: "enter", lat: 1, lon: 1, tst }, { _type: "lwt", tst }, {});
    expect(reading).toMatchObject({ fixes: [], dropped: [], ignored: 3 });
  });

  it("says kindly that it cannot read an encrypted message, and reads its neighbours", () => {
    const reading = own({ _type: "encrypted", data: "x" }, place);
    expect(reading.encrypted).toBe(true);
    expect(reading.fixes).toHaveLength(1);
  });

  it("calls malformed only what is no message at all", () => {
    for (const body of ["{", "null", "7", '["location"]']) {
      expect(readOwnTracks(body, DEVICE)).toEqual({ ok: false, problem: "malformed" });
    }
  });

  it("[R55] hands the battery of a location without coordinates or time on", () => {
    const reading = own({ _type: "location", tst, batt: 18 }, { _type: "location", lat: 1, lon: 1, batt: 17 });
    expect(reading.fixes).toEqual([]);
    expect(reading.dropped).toEqual([
      { reason: "invalid", at: NOW, battery: 0.18 },
      { reason: "invalid", at: null, battery: 0.17 },
    ]);
  });

  it("[R55] is not believed with accuracy 0 or above 200 m, nor as a beacon at zero, zero", () => {
    const bodies = [{ ...place, acc: 0 }, { ...place, acc: 201 }, { ...place, lat: 0, lon: 0 }, place];
    const verdicts = own(...bodies).fixes.map((fix) => judgeFix(fix, null, NOW).verdict);
    expect(verdicts).toEqual(["inaccurate", "inaccurate", "zero_zero", "ok"]);
  });

  it("[R54] in a batch that arrives late is ordered by tst", () => {
    const batch = own({ ...place, tst: tst - 10 }, { ...place, tst: tst - 60 }, { ...place, tst: tst - 30 });
    const { accepted } = judgeBatch(batch.fixes, null, NOW);
    expect(accepted.map(({ fix }) => tst - fix.at.getTime() / 1000)).toEqual([60, 30, 10]);
  });

  it("takes -1, 101 percent and a course of 400 as unknown", () => {
    expect(own({ ...place, vel: -1, batt: 101, cog: 400, acc: -1 }).fixes[0]).toMatchObject({
      speed: null,
      battery: null,
      heading: null,
      accuracy: null,
    });
  });
});

describe("OsmAnd and older Traccar Clients", () => {
  it("reads every recorded query as its expectation says, as GET and as POSTed form", ({ skip }) => {
    const { cases } = JSON.parse(sharedFile("samples/traccar/osmand_query.json", skip));
    expect(cases).toHaveLength(11);
    for (const { uri, expect: expected } of cases as { uri: string; expect: string }[]) {
      const text = uri.slice(2);
      const reading = query(text);
      expect(readOsmand({ query: "", body: text }, DEVICE, NOW)).toEqual(reading);
      if (expected.startsWith("reject")) expect(reading).toEqual({ ok: false, problem: "tracker_id_missing" });
      else if (expected === "position") expect(taken(reading).fixes, uri).toHaveLength(1);
      else expect(taken(reading)).toMatchObject({ fixes: [], dropped: [{ reason: "no_position" }] });
    }
  });

  it("turns knots into metres per second and percent into a fraction", () => {
    const { fixes } = taken(query("id=1&lat=40.7&lon=-74&timestamp=1504763810&bearing=7.2&speed=40&batt=87&hdop=6.0"));
    expect(fixes[0]).toMatchObject({ speed: 20.58, heading: 7.2, battery: 0.87, accuracy: null });
  });

  it("guesses no accuracy from hdop, which is metres from OsmAnd and none from others, and takes 0 as unknown", () => {
    const accuracy = (text: string) => taken(query(`id=1&lat=1&lon=1&${text}`)).fixes[0]?.accuracy;
    expect(accuracy("accuracy=12.5&hdop=6")).toBe(12.5);
    expect(accuracy("accuracy=0&hdop=6")).toBeNull();
    expect(accuracy("hdop=12")).toBeNull();
  });

  it("reads what OsmAnd makes of the address the app gives out, with the radius it calls hdop", () => {
    const said = ["21.4225", "39.8262", "1795238280000", "37.9", "280.0", "1.2", "214.0"];
    const asked = osmAndAddress("https://house.example/api/v1/ingest/osmand/tr_1").replace(
      /\{(\d)\}/g,
      (_, place) => said[Number(place)] ?? "",
    );
    expect(taken(query(new URL(asked).search)).fixes).toMatchObject([
      { at: NOW, lat: 21.4225, lng: 39.8262, accuracy: 37.9, speed: null },
    ]);
  });

  it("understands seconds, milliseconds, ISO with and without zone, and a time with a blank as UTC", () => {
    const moment = new Date("2026-11-21T05:18:00Z");
    const all = ["1795238280", "1795238280000", "2026-11-21T05:18:00Z", "2026-11-21T08:18:00+03:00"];
    for (const raw of [...all, "2026-11-21T05:18:00", "2026-11-21 05:18:00", 1795238280]) {
      expect(readTimestamp(raw), String(raw)).toEqual(moment);
    }
    for (const raw of ["yesterday", "", "2026-13-01 00:00:00", "1e400", null, {}])
      expect(readTimestamp(raw)).toBeNull();
  });

  it("was fixed now when it tells no time, and is dropped when the time is illegible", () => {
    expect(taken(query("id=1&lat=1&lon=1")).fixes[0]?.at).toEqual(NOW);
    expect(taken(query("id=1&lat=1&lon=1&timestamp=soon&batt=50"))).toMatchObject({
      fixes: [],
      dropped: [{ reason: "invalid", at: null, battery: 0.5 }],
    });
  });

  it("drops a place that is half told or no number", () => {
    for (const text of ["lat=1", "location=1", "location=1,2,3", "lat=north&lon=2", "lat=&lon="]) {
      expect(taken(query(`id=1&${text}`)).fixes, text).toEqual([]);
    }
  });
});

describe("Traccar Client 9 and later", () => {
  const coords = { latitude: 21.4225, longitude: 39.8262, accuracy: 8, speed: 1.4, heading: 90 };
  const spot = { timestamp: "2026-11-21T05:17:00.250Z", coords, battery: { level: 0.63, is_charging: false } };

  it("is read in metres per second with the battery as a fraction", () => {
    expect(taken(json({ device_id: "a", location: spot })).fixes[0]).toMatchObject({
      at: new Date("2026-11-21T05:17:00.250Z"),
      lat: 21.4225,
      lng: 39.8262,
      accuracy: 8,
      speed: 1.4,
      heading: 90,
      battery: 0.63,
      source: "osmand",
    });
  });

  it("means unknown by -1", () => {
    const unknown = { ...spot, coords: { ...coords, speed: -1, heading: -1, accuracy: -1 }, battery: { level: -1 } };
    expect(taken(json({ device_id: "a", location: unknown })).fixes[0]).toMatchObject({
      speed: null,
      heading: null,
      accuracy: null,
      battery: null,
    });
  });

  it("[R55] without coordinates still tells its battery", () => {
    expect(taken(json({ device_id: "a", location: { ...spot, coords: undefined } })).dropped).toEqual([
      { reason: "no_position", at: new Date("2026-11-21T05:17:00.250Z"), battery: 0.63 },
    ]);
  });

  it("without a device is refused, and without a location malformed", () => {
    expect(json({ location: spot })).toEqual({ ok: false, problem: "tracker_id_missing" });
    expect(json({ device_id: "a" })).toEqual({ ok: false, problem: "malformed" });
    expect(readOsmand({ query: "id=1", body: "{" }, DEVICE, NOW)).toEqual({ ok: false, problem: "malformed" });
  });
});

describe("[R53] a retry", () => {
  it("of the same body gives every fix the same id", () => {
    expect(own(place)).toEqual(own(place));
    expect(query("id=1&lat=1&lon=1&timestamp=1504763810")).toEqual(query("id=1&lat=1&lon=1&timestamp=1504763810"));
  });

  it("is told from another device's fix at the same place and time, and from the next fix", () => {
    const ids = [
      own(place).fixes[0]?.id,
      own({ ...place, tst: tst + 1 }).fixes[0]?.id,
      own({ ...place, lat: 21.4226 }).fixes[0]?.id,
      taken(readOwnTracks(JSON.stringify(place), "another")).fixes[0]?.id,
    ];
    expect(new Set(ids).size).toBe(4);
  });
});
