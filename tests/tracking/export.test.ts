import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readGpx } from "@/bench/gpx";
import type { Position } from "@/lib/tracking/contract";
import { decimal, toCsv, toGeoJson, toGpx } from "@/lib/tracking/rules/export";

const degrees = (most: number) =>
  fc.oneof(fc.double({ min: -most, max: most, noNaN: true }), fc.constantFrom(1e-7, -5e-324, -0, 0, most, -most));
const measure = (max: number) => fc.option(fc.double({ min: 0, max, noNaN: true }));
const position: fc.Arbitrary<Position> = fc.record({
  at: fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
  lat: degrees(90),
  lng: degrees(180),
  accuracy: measure(200),
  speed: measure(100),
  heading: measure(360),
  battery: measure(1),
});
const track = fc.record({ name: fc.string({ unit: "binary" }), positions: fc.array(position, { maxLength: 20 }) });
const bare = (positions: readonly Position[]) => positions.map(({ at, lat, lng }) => ({ at, lat, lng }));

/** Tags nest and close, and no bare sign of XML stands in the text between them. */
function wellFormed(text: string): boolean {
  const open: string[] = [];
  const body = text.replace(/^<\?xml [^?]*\?>\n/, "");
  const rest = body.replace(/<(\/?)([\w:]+)((?: [\w:]+="[^"<&]*")*)>/g, (_, slash: string, name: string) => {
    if (slash === "") open.push(name);
    else if (open.pop() !== name) open.push("never");
    return "";
  });
  return open.length === 0 && !/[<>]|&(?!(amp|lt|gt|quot|apos);)/.test(rest);
}

/** RFC 4180 by the letter, as a spreadsheet reads it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text
    .replace("\ufeff", "")
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}

describe("an exported track read back", () => {
  it("has exactly the same points in GPX: every digit of the degrees, every millisecond", () => {
    fc.assert(
      fc.property(track, (one) => {
        expect(readGpx(toGpx(one))).toEqual(bare(one.positions));
      }),
    );
  });

  it("has exactly the same points and measures in GeoJSON", () => {
    fc.assert(
      fc.property(track, (one) => {
        const text = JSON.stringify(toGeoJson(one));
        const points = JSON.parse(text).features.filter(
          (feature: { geometry: { type: string } }) => feature.geometry.type === "Point",
        );
        const read = points.map(
          ({
            geometry,
            properties: { time, ...rest },
          }: {
            geometry: { coordinates: number[] };
            properties: { time: string };
          }) => ({
            at: new Date(time),
            lng: geometry.coordinates[0],
            lat: geometry.coordinates[1],
            ...rest,
          }),
        );
        // JSON has no -0, and neither has the earth.
        expect(read).toEqual(one.positions.map((spot) => ({ ...spot, lat: spot.lat + 0, lng: spot.lng + 0 })));
      }),
    );
  });

  it("has exactly the same points and measures in CSV", () => {
    const number = (field: string | undefined) => (field === "" ? null : Number(field));
    fc.assert(
      fc.property(track, (one) => {
        const [, ...rows] = readCsv(toCsv(one));
        const read = rows.map(([, time, ...fields]) => {
          const [lat, lng, accuracy, speed, heading, battery] = fields.map(number);
          return { at: new Date(time ?? ""), lat, lng, accuracy, speed, heading, battery };
        });
        expect(read).toEqual(one.positions);
      }),
    );
  });
});

describe("GPX", () => {
  it("is well formed whatever the name of the track holds", () => {
    fc.assert(
      fc.property(track, (one) => {
        expect(wellFormed(toGpx(one))).toBe(true);
      }),
    );
    const gpx = toGpx({ name: `</name> & "Siti" <b>\u0000\uD800'سعي' 😀`, positions: [] });
    expect(gpx).toContain("<name>&lt;/name&gt; &amp; &quot;Siti&quot; &lt;b&gt;&apos;سعي&apos; 😀</name>");
  });

  it("carries what the device knew, in a namespace of its own, and nothing it did not know", () => {
    const one = { at: new Date("2026-11-21T05:18:00.250Z"), lat: 21.42, lng: 39.82, accuracy: 12.5, speed: null };
    const gpx = toGpx({ name: "Siti", positions: [{ ...one, heading: null, battery: 0.63 }] });
    expect(gpx).toContain(
      '<trkpt lat="21.42" lon="39.82"><time>2026-11-21T05:18:00.250Z</time>' +
        "<extensions><q:accuracy>12.5</q:accuracy><q:battery>0.63</q:battery></extensions></trkpt>",
    );
  });

  it("writes numbers without exponents, which its schema does not know, and loses no digit", () => {
    expect([1e-7, -1.5e-7, 1e21, 1.25e22, 21.5].map(decimal)).toEqual([
      ...["0.0000001", "-0.00000015", "1000000000000000000000", "12500000000000000000000", "21.5"],
    ]);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(decimal(value)).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(decimal(value))).toBe(value);
      }),
    );
  });
});

describe("GeoJSON", () => {
  it("draws a line with its times before the points, but no line of a single point", () => {
    const one = { at: new Date(0), lat: 1, lng: 2, accuracy: null, speed: null, heading: null, battery: null };
    const two = toGeoJson({ name: "Siti", positions: [one, { ...one, lat: 3 }] });
    expect(two.features.map((feature) => feature.geometry.type)).toEqual(["LineString", "Point", "Point"]);
    expect(two.features[0]).toMatchObject({
      geometry: {
        coordinates: [
          [2, 1],
          [2, 3],
        ],
      },
      properties: { name: "Siti", times: ["1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z"] },
    });
    expect(toGeoJson({ name: "Siti", positions: [one] }).features).toHaveLength(1);
    expect(toGeoJson({ name: "Siti", positions: [] }).features).toEqual([]);
  });
});

describe("CSV", () => {
  const one = { at: new Date(0), lat: -1.5, lng: 2, accuracy: null, speed: null, heading: null, battery: null };
  const namedIn = (text: string) => readCsv(text)[1]?.[0];

  it("keeps a name whole, in whatever script: the file says that it is UTF-8, for spreadsheets to believe", () => {
    const file = toCsv({ name: 'Айгерим "Ани"\nسعي', positions: [one] });
    expect(file.startsWith("\ufeff")).toBe(true);
    expect(namedIn(file)).toBe('Айгерим "Ани"\nسعي');
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect([name, `'${name}`]).toContain(namedIn(toCsv({ name, positions: [one] })));
      }),
    );
  });

  it("does not let a name run as a formula in a spreadsheet, and leaves negative degrees numbers", () => {
    for (const name of ["=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "  =1", "＝1", "\r\n=1"]) {
      expect(namedIn(toCsv({ name, positions: [one] })), name).toBe(`'${name}`);
    }
    expect(readCsv(toCsv({ name: "Siti", positions: [one] }))[1]).toEqual([
      ...["Siti", "1970-01-01T00:00:00.000Z", "-1.5", "2", "", "", "", ""],
    ]);
  });
});
