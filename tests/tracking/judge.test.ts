import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE, SECOND } from "@/lib/kernel/clock";
import { distanceM, spotAt } from "@/lib/tracking/rules/geo";
import {
  carriesBattery,
  type Fix,
  judgeBatch,
  judgeFix,
  type LastKnown,
  rememberFix,
} from "@/lib/tracking/rules/judge";

const NOW = new Date("2026-11-21T05:18:00Z");
const KAABA = { lat: 21.4225205, lng: 39.8261801 };
const MADINAH = { lat: 24.467568, lng: 39.611446 };
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const fix = (more: Partial<Fix> = {}): Fix => ({ ...KAABA, at: NOW, accuracy: 10, ...more });
const last = (more: Partial<LastKnown> = {}): LastKnown => ({ ...KAABA, at: ago(10 * SECOND), accuracy: 10, ...more });
const verdict = (one: Fix, known: LastKnown | null = null) => judgeFix(one, known, NOW).verdict;

describe("[R55] a fix that cannot be true does not move the marker", () => {
  it.each([
    ["from more than two minutes ahead", { at: ago(-2 * MINUTE - 1) }, "future"],
    ["older than a week", { at: ago(7 * DAY + 1) }, "too_old"],
    ["of a beacon at zero, zero", { lat: 0, lng: -0 }, "zero_zero"],
    ["almost at zero, zero", { lat: 9e-7, lng: -9e-7 }, "zero_zero"],
    ["north of the pole", { lat: 90.0001 }, "out_of_range"],
    ["beyond the date line", { lng: -180.0001 }, "out_of_range"],
    ["that is no number", { lat: Number.NaN }, "out_of_range"],
    ["without end", { lng: Number.POSITIVE_INFINITY }, "out_of_range"],
    ["worse than 200 m", { accuracy: 200.1 }, "inaccurate"],
    ["of an accuracy that is no number", { accuracy: Number.NaN }, "inaccurate"],
    ["of OwnTracks with accuracy 0, which means no idea", { accuracy: 0, source: "owntracks" }, "inaccurate"],
    ["without a legible time", { at: new Date(Number.NaN) }, "invalid"],
  ] as const)("one %s is refused", (_, more, reason) => {
    expect(verdict(fix(more))).toBe(reason);
  });

  it.each([
    ["two minutes ahead", { at: ago(-2 * MINUTE) }],
    ["a week old", { at: ago(7 * DAY) }],
    ["good to 200 m", { accuracy: 200 }],
    ["of an unknown accuracy", { accuracy: null }],
    ["of a browser that claims accuracy 0", { accuracy: 0, source: "app" }],
    ["on the equator", { lat: 0, lng: 39 }],
    ["at the pole", { lat: -90, lng: 180 }],
  ] as const)("one exactly %s is taken", (_, more) => {
    expect(verdict(fix(more))).toBe("ok");
  });

  it("one 40 km away after ten seconds is a teleport", () => {
    expect(verdict(fix(spotAt(KAABA, 90, 40_000)), last())).toBe("teleport");
  });

  it("a jump that the two accuracies explain is no teleport", () => {
    const near = fix({ ...spotAt(KAABA, 90, 300), at: ago(9 * SECOND), accuracy: 150 });
    expect(verdict(near, last({ accuracy: 150 }))).toBe("ok");
    expect(verdict({ ...near, accuracy: 10 }, last())).toBe("teleport");
  });

  it("the Haramain train at 300 km/h is believed, an aeroplane only over a gap of more than ten minutes", () => {
    const flown = (ms: number, mps: number) => verdict(fix(spotAt(KAABA, 0, (mps * ms) / 1000)), last({ at: ago(ms) }));
    expect(flown(30 * SECOND, 300 / 3.6)).toBe("ok");
    expect(flown(10 * MINUTE, 250)).toBe("teleport");
    expect(flown(11 * MINUTE, 250)).toBe("ok");
    expect(flown(11 * MINUTE, 310)).toBe("teleport");
  });
});

describe("a wrong first fix", () => {
  const stray = last({ ...MADINAH, at: ago(60 * SECOND) });

  it("does not lock the member out: the second of two teleports that agree wins", () => {
    const first = fix({ at: ago(30 * SECOND) });
    const judged = judgeFix(first, stray, NOW);
    expect(judged.verdict).toBe("teleport");
    const known = rememberFix(first, stray, judged);
    expect(known).toMatchObject(MADINAH);
    expect(verdict(fix({ at: ago(20 * SECOND) }), known)).toBe("ok");
  });

  it("is not outvoted by one teleport sent twice", () => {
    const first = fix({ at: ago(30 * SECOND) });
    const known = rememberFix(first, stray, judgeFix(first, stray, NOW));
    expect(verdict(first, known)).toBe("teleport");
  });

  it("is not outvoted by two teleports to different places", () => {
    const batch = judgeBatch(
      [fix({ at: ago(30 * SECOND) }), fix({ ...spotAt(KAABA, 180, 60_000), at: ago(20 * SECOND) })],
      stray,
      NOW,
    );
    expect(batch.rejected.map((one) => one.reason)).toEqual(["teleport", "teleport"]);
    expect(batch.last).toMatchObject(MADINAH);
  });

  it("leaves no suspect behind once a believable fix has come", () => {
    const jump = fix({ at: ago(30 * SECOND) });
    const back = fix({ ...MADINAH, at: ago(20 * SECOND) });
    const batch = judgeBatch([jump, back], stray, NOW);
    expect(batch.last?.suspect).toBeNull();
    expect(verdict(fix({ at: ago(10 * SECOND) }), batch.last)).toBe("teleport");
  });
});

describe("[R54] an older fix that arrives late", () => {
  it("is taken for history and never moves the marker, however far away", () => {
    const known = last();
    const late = fix({ ...MADINAH, at: ago(HOUR) });
    const judged = judgeFix(late, known, NOW);
    expect(judged).toEqual({ verdict: "ok", late: true });
    expect(rememberFix(late, known, judged)).toBe(known);
  });

  it("of the very same moment does not move it either", () => {
    expect(judgeFix(fix({ at: last().at }), last(), NOW).late).toBe(true);
  });

  it("within one shuffled batch is not late: the batch is read in order of fix time", () => {
    const walk = Array.from({ length: 20 }, (_, i) => fix({ ...spotAt(KAABA, 90, i), at: ago((20 - i) * SECOND) }));
    const batch = judgeBatch(walk.toReversed(), null, NOW);
    expect(batch.accepted.every((one) => !one.late)).toBe(true);
    expect(batch.last?.at).toEqual(walk.at(-1)?.at);
  });

  it("in whatever order fixes come, the marker only ever moves forward in time", () => {
    const any = fc.record({
      lat: fc.double({ min: 21.3, max: 21.5, noNaN: true }),
      lng: fc.double({ min: 39.7, max: 39.9, noNaN: true }),
      at: fc.integer({ min: -10, max: 1000 }).map((s) => ago(s * SECOND)),
      accuracy: fc.option(fc.integer({ min: 0, max: 300 })),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (fixes) => {
        let known: LastKnown | null = null;
        for (const one of fixes) {
          const before: LastKnown | null = known;
          known = rememberFix(one, known, judgeFix(one, known, NOW));
          if (before && known) expect(known.at >= before.at).toBe(true);
        }
      }),
    );
  });
});

describe("[R55] the battery of a refused fix", () => {
  it.each([
    ["no position at all", fix({ lat: 0, lng: 0 })],
    ["a fix beyond the pole", fix({ lat: 91 })],
    ["an inaccurate fix", fix({ accuracy: 900 })],
    ["a fix of last month", fix({ at: ago(30 * DAY) })],
  ])("still gets through with %s", (_, one) => {
    expect(verdict(one)).not.toBe("ok");
    expect(carriesBattery({ ...one, battery: 0.18 }, null, NOW)).toEqual({ battery: 0.18, at: one.at });
  });

  it("with a clock that runs ahead was read now, not in the future", () => {
    expect(carriesBattery({ at: ago(-DAY), battery: 0.5 }, ago(1), NOW)).toEqual({ battery: 0.5, at: NOW });
  });

  it("does not replace a younger reading", () => {
    expect(carriesBattery({ at: ago(HOUR), battery: 0.5 }, ago(MINUTE), NOW)).toBeNull();
  });

  it("that is no fraction is none", () => {
    for (const battery of [null, Number.NaN, -0.01, 46])
      expect(carriesBattery({ at: NOW, battery }, null, NOW)).toBeNull();
  });
});

describe("distances", () => {
  it("agree with the map: one leg of sa'i is 377 m, Makkah to Madinah 340 km", () => {
    expect(distanceM({ lat: 21.4218, lng: 39.827431 }, { lat: 21.425175, lng: 39.827128 })).toBeCloseTo(377, -1);
    expect(distanceM(KAABA, MADINAH) / 1000).toBeCloseTo(339, -1);
  });
});
