import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainCredit } from "@/components/map/base-layer";
import { freshShare } from "@/components/map/freshness";
import { sector, turnDeg, walkMinutes } from "@/components/map/geo";
import { labelWidth, placeLabels } from "@/components/map/labels";
import { clusterSvg, personSvg, stepAside, youSvg } from "@/components/map/marker-svg";
import { readPack } from "@/components/map/pack";
import { byCell } from "@/components/map/pack-layer";
import { kaabaCorners, schematicShapes, soften } from "@/components/map/schematic";
import { headingOf } from "@/components/map/use-compass";
import { findSite, sites } from "@/lib/sites/contract";
import { distanceM } from "@/lib/tracking/rules/geo";

const TONE = ["oklch(0.9 0 0)", "oklch(0.3 0 0)"] as const;
const ringOf = (svg: string) => Number(/stroke="var\(--fresh\)"[^>]*stroke-dasharray="([\d.]+)/.exec(svg)?.[1]);

describe("Markers", () => {
  it("empties the ring with age and tells states apart by shape, not only by colour", () => {
    const full = ringOf(personSvg("AB", TONE, "fresh", 1, false));
    expect(ringOf(personSvg("AB", TONE, "fresh", 0.25, false)) / full).toBeCloseTo(0.25, 2);
    expect(personSvg("AB", TONE, "stale", 0, false)).toContain('stroke-dasharray="3.2 4.4"');
    expect(personSvg("AB", TONE, "stray", 1, false)).toContain("rotate(45)");
    expect(personSvg("AB", TONE, "sos", 1, false)).toContain("<polygon");
  });
  it("never lets a name become markup", () => {
    expect(personSvg("<i", TONE, "fresh", 1, false)).not.toContain("<i");
  });
  it("shows how many of a cluster are fresh", () => {
    const stale = (at: Date) => at.getTime() < 100;
    expect(freshShare([50, 150, 150, 150], stale)).toBe(0.75);
    expect(freshShare([], stale)).toBe(0);
    expect(clusterSvg("١٧", 1)).toContain(">١٧<");
  });
  it("keeps a cluster's number clear of the leader's mark, beak and all, and what is far where it is", () => {
    const reach = Number(/M0 -(\d+) /.exec(youSvg(0))?.[1]);
    const number = /font-size="(\d+)"/.exec(clusterSvg("17", 1))?.[1];
    // Two digits are about as wide as they are high; the diagonal of that, halved.
    const room = Number(number) * Math.SQRT1_2;
    const near = fc.integer({ min: -90, max: 90 });
    fc.assert(
      fc.property(near, near, (x, y) => {
        const [dx, dy] = stepAside(x, y);
        expect(Math.hypot(x + dx, y + dy)).toBeGreaterThanOrEqual(reach + room);
        expect(Math.hypot(dx, dy)).toBeLessThan(49);
        if (Math.hypot(x, y) > 60) expect([dx, dy].map(Math.abs)).toEqual([0, 0]);
      }),
    );
  });
});

describe("Directions and distances for people on foot", () => {
  it("names eight directions and takes the shorter turn", () => {
    expect([0, 44, 180, 271, 359].map(sector)).toEqual(["n", "ne", "s", "w", "n"]);
    expect([turnDeg(350, 10), turnDeg(10, 350), turnDeg(0, 180)]).toEqual([20, -20, 180]);
  });
  it("walks at one metre a second and never says zero minutes", () => {
    expect([walkMinutes(5), walkMinutes(180), walkMinutes(340)]).toEqual([1, 3, 6]);
  });
  it("reads the compass of both kinds of phones and admits not knowing", () => {
    expect(headingOf({ absolute: true, alpha: 90 }, 0)).toBe(270);
    expect(headingOf({ absolute: false, alpha: 90, webkitCompassHeading: 12 }, 90)).toBe(102);
    expect(headingOf({ absolute: false, alpha: 90 }, 0)).toBeNull();
  });
});

describe("Names on the map", () => {
  it("never overlap, and the more important one stays", () => {
    const box = fc.record({
      id: fc.uuid(),
      x: fc.integer({ min: 0, max: 390 }),
      y: fc.integer({ min: 0, max: 700 }),
      width: fc.integer({ min: 20, max: 140 }),
      height: fc.integer({ min: 12, max: 40 }),
      priority: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(box, { selector: (one) => one.id, maxLength: 40 }), (boxes) => {
        const placed = placeLabels(boxes, 20);
        const shown = boxes.filter((one) => placed.has(one.id));
        for (const a of shown)
          for (const b of shown)
            if (a !== b)
              expect(
                Math.abs(a.x - b.x) * 2 >= a.width + b.width || Math.abs(a.y - b.y) * 2 >= a.height + b.height,
              ).toBe(true);
        const top = boxes.toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))[0];
        if (top) expect(placed.has(top.id)).toBe(true);
      }),
    );
    expect(labelWidth("Кааба", 13)).toBeGreaterThan(labelWidth("Ка", 13));
  });
});

describe("Our own drawing", () => {
  it("turns the Kaaba as its corners stand: a quadrilateral of 11 to 14 m sides, the Black Stone in the east", () => {
    const [kaaba, stone, yemeni] = ["kaaba", "hajar_aswad", "rukn_yamani"].map(findSite);
    if (!kaaba || !stone || !yemeni) throw new Error("shipped sites are missing");
    const corners = kaabaCorners(kaaba, stone, yemeni);
    corners.forEach((corner, i) => {
      const side = distanceM(corner, corners[(i + 1) % 4] ?? corner);
      expect(side).toBeGreaterThan(9);
      expect(side).toBeLessThan(15);
    });
    expect(Math.max(...corners.map((corner) => corner.lng))).toBe(stone.lng);
  });
  it("draws the mas'a between Safa and Marwah and no roads", () => {
    const tones = schematicShapes(sites).map((shape) => shape.tone);
    expect(tones).toEqual(expect.arrayContaining(["kaaba", "mataf", "masa", "mosque", "court", "area"]));
    expect(
      soften(
        [
          { lat: 0, lng: 0 },
          { lat: 0, lng: 1 },
          { lat: 1, lng: 1 },
        ],
        1,
      ),
    ).toHaveLength(6);
  });
});

describe("An imported map pack", () => {
  it("is read whole where one shape holds every road of a city", () => {
    const coordinates = Array.from({ length: 200_000 }, () => [
      [39.82, 21.42],
      [39.83, 21.43],
    ]);
    const features = [{ type: "Feature", geometry: { type: "MultiLineString", coordinates }, properties: {} }];
    expect(readPack({ type: "FeatureCollection", features })?.lines).toHaveLength(200_000);
  });

  const feature = (type: string, coordinates: unknown, properties: object = {}) => ({
    type: "Feature",
    properties,
    geometry: { type, coordinates },
  });

  it("takes lines as roads, polygons as blocks, named points as labels, and carries the credit", () => {
    const features = [
      feature("LineString", [
        [39.8, 21.4],
        [39.81, 21.41],
      ]),
      feature("Polygon", [
        [
          [39.8, 21.4],
          [39.81, 21.4],
          [39.81, 21.41],
          [39.8, 21.4],
        ],
      ]),
      feature("Point", [39.8, 21.4], { name: "باب السلام", name_en: "Salam Gate", kind: "gate" }),
      feature("Point", [39.8, 21.4], {}),
    ];
    const pack = readPack({ type: "FeatureCollection", license: "ODbL-1.0", features });
    expect(pack).toMatchObject({
      lines: [
        [
          [21.4, 39.8],
          [21.41, 39.81],
        ],
      ],
      credit: "© OpenStreetMap contributors",
      places: [{ name: "Salam Gate", nameAr: "باب السلام" }],
    });
    expect(pack?.blocks).toHaveLength(1);
  });
  it("survives anything that is not a map", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (features) => {
        expect(() => readPack({ type: "FeatureCollection", features })).not.toThrow();
      }),
    );
    expect(readPack("nonsense")).toBeNull();
    expect(
      readPack({
        type: "FeatureCollection",
        features: [
          feature("LineString", [
            [999, 21],
            ["x", 1],
          ]),
        ],
      }),
    ).toMatchObject({ lines: [] });
  });
  it("draws every line once, near ones together", () => {
    const lines = [0, 0.001, 0.1].map((shift): [number, number][] => [
      [21.4001 + shift, 39.8001],
      [21.41, 39.81],
    ]);
    const cells = byCell(lines);
    expect(cells.map((cell) => cell.length)).toEqual([2, 1]);
    expect(cells.flat()).toEqual(lines);
  });
  it("shows an operator's attribution as words only", () => {
    expect(plainCredit('&copy; <a href="https://osm.org">OpenStreetMap</a>')).toBe("© OpenStreetMap");
  });
});
