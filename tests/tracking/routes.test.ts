import { describe, expect, it } from "vitest";
import { readGpx } from "@/bench/gpx";
import { retime, trackOf, type UmrahPhase, umrahRoute } from "@/bench/routes";
import { findSite } from "@/lib/sites/contract";
import { bearingDeg, distanceM, lengthM, type Spot } from "@/lib/tracking/rules/geo";
import { judgeBatch } from "@/lib/tracking/rules/judge";
import { sharedFile } from "../support/shared";

const NOW = new Date("2026-11-21T05:18:00Z");
const COUNTS = {
  "around-visnjan-with-car.gpx": 104,
  "bus_304_limerick.gpx": 2144,
  "cerknicko-jezero.gpx": 296,
  "run_washington.gpx": 206,
};
const place = (id: string): Spot => {
  const site = findSite(id);
  if (!site) throw new Error(id);
  return site;
};

describe("real tracks", () => {
  it("are read with every one of their timed points", ({ skip }) => {
    for (const [file, count] of Object.entries(COUNTS)) {
      const text = sharedFile(`gpx/${file}`, skip);
      expect(readGpx(text), file).toHaveLength(count);
      expect(trackOf(text), file).toHaveLength(count);
    }
  });

  it("are as long as their makers say: the walk 13.7 km, the bus ride 75 minutes", ({ skip }) => {
    expect(lengthM(trackOf(sharedFile("gpx/cerknicko-jezero.gpx", skip))) / 1000).toBeCloseTo(13.7, 0);
    const bus = trackOf(sharedFile("gpx/bus_304_limerick.gpx", skip));
    expect(((bus.at(-1)?.at.getTime() ?? 0) - (bus[0]?.at.getTime() ?? 0)) / 60_000).toBeCloseTo(75, -1);
  });

  it("are believed by the judge from the first fix to the last", ({ skip }) => {
    for (const file of Object.keys(COUNTS)) {
      const track = retime(trackOf(sharedFile(`gpx/${file}`, skip)), new Date(NOW.getTime() - 6 * 86_400_000));
      expect(judgeBatch(track, null, NOW).rejected, file).toEqual([]);
    }
  });
});

describe("the GPX reader", () => {
  const first = (inner: string) => readGpx(`<gpx><trk><trkseg>${inner}</trkseg></trk></gpx>`);
  const point = { lat: 1.5, lng: -2, at: NOW };

  it("minds neither order nor quotes nor prefix nor line", () => {
    const time = "<time>2026-11-21T05:18:00Z</time>";
    expect(first(`<trkpt lat="1.5" lon="-2">${time}</trkpt>`)).toEqual([point]);
    expect(first(`<trkpt\n lon='-2'\n lat = ' 1.5 ' ><ele>3</ele>\n${time}\n</trkpt >`)).toEqual([point]);
    expect(first(`<g:trkpt lat="1.5" lon="-2"><g:time> 2026-11-21T05:18:00Z </g:time></g:trkpt>`)).toEqual([point]);
  });

  it("takes a point without time or closed at once, and leaves out one without place or in a comment", () => {
    expect(first('<trkpt lat="1.5" lon="-2"/><trkpt lat="3" lon="4"><time>soon</time></trkpt>')).toEqual([
      { ...point, at: null },
      { lat: 3, lng: 4, at: null },
    ]);
    expect(first('<trkpt lon="4"/><trkpt lat="x" lon="4"/><!-- <trkpt lat="1" lon="1"/> -->')).toEqual([]);
    expect(readGpx("")).toEqual([]);
  });
});

describe("a track set to another time", () => {
  it("starts then and keeps its pauses, and the original stays as it was", () => {
    const points = [{ at: new Date(5_000) }, { at: new Date(7_500) }];
    expect(retime(points, NOW).map(({ at }) => at.getTime() - NOW.getTime())).toEqual([0, 2_500]);
    expect(points[0]?.at.getTime()).toBe(5_000);
    expect(retime([], NOW)).toEqual([]);
  });
});

describe.each([1, 7, 2026])("the umrah made up from seed %i", (seed) => {
  const route = umrahRoute(seed, { everyS: 5 });
  const of = (phase: UmrahPhase) => route.filter((point) => point.phase === phase);

  it("is the same each time and differs from another seed's", () => {
    expect(umrahRoute(seed)).toEqual(route);
    expect(umrahRoute(seed + 1)).not.toEqual(route);
  });

  it("circles the Kaaba seven times anticlockwise, outside of it and inside the mataf", () => {
    const kaaba = place("kaaba");
    const tawaf = of("tawaf");
    const turned = tawaf.slice(1).reduce((sum, point, i) => {
      const turn = bearingDeg(kaaba, point) - bearingDeg(kaaba, tawaf[i] ?? point);
      return sum + ((turn + 540) % 360) - 180;
    }, 0);
    expect(turned / 360).toBeGreaterThan(-7.2);
    expect(turned / 360).toBeLessThan(-6.8);
    for (const point of tawaf) {
      expect(distanceM(point, kaaba)).toBeGreaterThan(12);
      expect(distanceM(point, kaaba)).toBeLessThan(80);
    }
  });

  it("walks seven legs from Safa, ending at Marwah", () => {
    const [safa, marwah] = [place("safa"), place("marwah")];
    const ends = of("sai").flatMap((point) => {
      if (distanceM(point, safa) < 60) return ["safa"];
      return distanceM(point, marwah) < 60 ? ["marwah"] : [];
    });
    const visits = ends.filter((end, i) => end !== ends[i - 1]);
    expect(visits).toEqual(["safa", "marwah", "safa", "marwah", "safa", "marwah", "safa", "marwah"]);
  });

  it("takes two to four hours at walking pace, from the hotel and back to it", () => {
    const [first, last] = [route[0], route.at(-1)];
    if (!first || !last) throw new Error("empty");
    const hours = (last.at.getTime() - first.at.getTime()) / 3_600_000;
    expect(hours).toBeGreaterThan(2);
    expect(hours).toBeLessThan(4);
    expect(distanceM(first, last)).toBeLessThan(60);
    expect(Math.max(...route.map((point) => point.speed))).toBeLessThan(1.6);
  });

  it("is believed by the judge even at one fix a second", () => {
    const dense = retime(umrahRoute(seed, { everyS: 1 }), new Date(NOW.getTime() - 5 * 3_600_000));
    expect(judgeBatch(dense, null, NOW).rejected).toEqual([]);
  });
});
