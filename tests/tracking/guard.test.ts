import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardPositions, MAX_BATCH, PositionInput, SendPositions } from "@/lib/tracking/contract";

const ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e01";
const fix = (more: Record<string, unknown> = {}) => ({
  id: ID,
  at: "2026-11-21T05:18:00Z",
  lat: 21.42,
  lng: 39.82,
  ...more,
});

const odd = fc.oneof(
  fc.constantFrom(null, undefined, Number.NaN, Number.POSITIVE_INFINITY, -0, 1e-300, 5e-324, "", "1", true, ID),
  fc.double(),
  fc.array(fc.integer(), { maxLength: 2 }),
  fc.jsonValue({ maxDepth: 1 }),
);
const mostly = <T>(arbitrary: fc.Arbitrary<T>, weight = 20) =>
  fc.oneof({ weight, arbitrary }, { weight: 1, arbitrary: odd });
const time = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .date({ min: new Date(0), max: new Date("2099-01-01"), noInvalidDate: true })
      .map((at) => at.toISOString()),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...[
        "2026-11-21T05:18:00+03:00",
        "2026-11-21T05:18Z",
        "2026-11-21",
        "2025-02-29T00:00:00Z",
        "2024-02-29T00:00:00Z",
      ],
      ...["2026-11-21T05:18:00.1234567Z", "2026-11-21t05:18:00z", "2026-11-21T24:00:00Z", "0000-01-01T00:00:00Z"],
    ),
  },
);
const number = (min: number, max: number) => mostly(fc.double({ min, max, noNaN: true }), 30);
const known = { id: mostly(fc.uuid()), at: mostly(time), lat: number(-90, 90), lng: number(-180, 180) };
const told = { accuracy: number(0, 300), speed: number(0, 90), heading: number(0, 360), battery: number(0, 1) };
const rawFix = fc.oneof(
  { weight: 9, arbitrary: fc.record({ ...known, ...told }, { requiredKeys: ["id", "at", "lat", "lng"] }) },
  { weight: 1, arbitrary: fc.record({ ...known, floor: odd }, { requiredKeys: [] }) },
);

describe("the fast guard of the socket", () => {
  it("comes to the verdict of the schema, and to the same values, for any fix", () => {
    let good = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: rawFix }, { weight: 1, arbitrary: odd }), (raw) => {
        const schema = PositionInput.safeDecode(raw as never);
        const guarded = guardPositions({ positions: [raw] });
        if (schema.success) good += 1;
        expect(guarded?.fixes).toEqual(schema.success ? [schema.data] : []);
        expect(guarded?.rejected).toHaveLength(schema.success ? 0 : 1);
      }),
      { numRuns: 4000 },
    );
    expect(good).toBeGreaterThan(1000);
  });

  it("comes to the verdict of the schema for any envelope around good fixes", () => {
    const envelope = fc.oneof(
      odd,
      fc.record({ positions: odd }),
      fc.record(
        { positions: fc.array(fc.constant(fix()), { maxLength: 3 }), more: odd },
        { requiredKeys: ["positions"] },
      ),
    );
    fc.assert(
      fc.property(envelope, (raw) => {
        const guarded = guardPositions(raw);
        expect(guarded !== null && guarded.rejected.length === 0).toBe(SendPositions.safeDecode(raw as never).success);
      }),
      { numRuns: 2000 },
    );
  });

  it("takes 500 fixes at once and not one more, nor none", () => {
    expect(guardPositions({ positions: Array(MAX_BATCH).fill(fix()) })?.fixes).toHaveLength(500);
    expect(guardPositions({ positions: Array(MAX_BATCH + 1).fill(fix()) })).toBeNull();
    expect(guardPositions({ positions: [] })).toBeNull();
  });

  it("refuses one bad fix alone, by its id or else by its place, and takes its neighbours", () => {
    const guarded = guardPositions({ positions: [fix(), fix({ lat: "21" }), fix({ id: 7 }), null, fix()] });
    expect(guarded?.fixes).toHaveLength(2);
    expect(guarded?.rejected.map(({ id, reason }) => [id, reason])).toEqual([
      [ID, "invalid"],
      ["#2", "invalid"],
      ["#3", "invalid"],
    ]);
  });

  it("[R55] saves the battery and the time of a fix whose coordinates are not numbers", () => {
    const guarded = guardPositions({ positions: [fix({ lat: null, battery: 0.18 })] });
    expect(guarded?.rejected[0]).toMatchObject({ battery: 0.18, at: new Date("2026-11-21T05:18:00Z") });
  });

  it("makes a whisper of a number nothing, so that it can't overturn a column", () => {
    expect(guardPositions({ positions: [fix({ speed: 1e-300 })] })?.fixes[0]?.speed).toBe(0);
  });

  it("comes to the verdict of the schema for a fix that brings its own prototype", () => {
    const raw = JSON.parse(`{"positions":[${JSON.stringify(fix()).replace("{", '{"__proto__":{"lat":0},')}]}`);
    const accepted = SendPositions.safeDecode(raw).success;
    expect(guardPositions(raw)?.fixes).toHaveLength(accepted ? 1 : 0);
  });

  it("does not read a role or any other unknown field", () => {
    expect(guardPositions({ positions: [fix({ userId: ID })] })?.fixes).toEqual([]);
    expect(guardPositions({ positions: [fix()], userId: ID })).toBeNull();
  });
});
