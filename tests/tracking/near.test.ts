import { describe, expect, it } from "vitest";
import { MINUTE, SECOND } from "@/lib/kernel/clock";
import { spotAt } from "@/lib/tracking/rules/geo";
import {
  type Follow,
  freshness,
  isStale,
  judgeNear,
  listNotNear,
  showLatest,
  type Trace,
} from "@/lib/tracking/rules/near";

const NOW = new Date("2026-11-21T05:18:00Z");
const LEADER = { lat: 21.4213, lng: 39.8268 };
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const at = (metres: number, ageMs = 0, accuracy: number | null = 10): Trace => ({
  ...spotAt(LEADER, 30, metres),
  at: ago(ageMs),
  accuracy,
});
const follow = (userId: string, ...trail: Trace[]): Follow => ({ userId, trail, latest: trail.at(-1) ?? null });
const state = (trace: Trace) => judgeNear(follow("p", trace), LEADER, NOW).state;

describe("[R58] freshness", () => {
  it("empties evenly from full at once to nothing at ten minutes", () => {
    expect(freshness(NOW, NOW)).toBe(1);
    expect(freshness(ago(5 * MINUTE), NOW)).toBe(0.5);
    expect(freshness(ago(10 * MINUTE), NOW)).toBe(0);
    expect(freshness(ago(60 * MINUTE), NOW)).toBe(0);
  });

  it("of a phone whose clock runs a little ahead is full, not more", () => {
    expect(freshness(ago(-MINUTE), NOW)).toBe(1);
  });

  it("is stale at ten minutes and not a millisecond before", () => {
    expect(isStale(ago(10 * MINUTE - 1), NOW)).toBe(false);
    expect(isStale(ago(10 * MINUTE), NOW)).toBe(true);
  });
});

describe("who is not near the leader", () => {
  it("gives 150 m, and what the fix may be wrong by on top", () => {
    expect(state(at(159))).toBe("near");
    expect(state(at(161))).toBe("away");
    expect(state(at(240, 0, 100))).toBe("near");
    expect(state(at(199, 0, null))).toBe("near");
    expect(state(at(201, 0, null))).toBe("away");
  });

  it("[R58] counts nobody as near by a position ten minutes old", () => {
    expect(state(at(5, 10 * MINUTE))).toBe("no_signal");
  });

  it("says who walks off, who comes back and who stands still for how long", () => {
    const clue = (...trail: Trace[]) => judgeNear(follow("p", ...trail), LEADER, NOW).clue;
    expect(clue(at(400, 4 * MINUTE), at(500, 2 * MINUTE), at(610, 0)).kind).toBe("walking_off");
    expect(clue(at(610, 4 * MINUTE), at(400, 0)).kind).toBe("coming_back");
    expect(clue(at(900, 20 * MINUTE), at(290, 12 * MINUTE), at(270, 6 * MINUTE), at(280, 0))).toEqual({
      kind: "still",
      forMs: 12 * MINUTE,
    });
    expect(clue(at(280, 0)).kind).toBe("none");
  });

  it("calls it moving when somebody walks round the leader at the same distance", () => {
    const round = { ...spotAt(LEADER, 60, 400), at: NOW, accuracy: 10 };
    expect(judgeNear(follow("p", at(400, 2 * MINUTE), round), LEADER, NOW).clue.kind).toBe("moving");
  });

  it("puts the best clue first: walking off, still, then lost signal with the latest seen first", () => {
    const list = listNotNear(
      [
        follow("never"),
        follow("lost-long", at(200, 40 * MINUTE)),
        follow("lost", at(200, 16 * MINUTE)),
        follow("still", at(1201, 12 * MINUTE), at(1200, 10 * SECOND)),
        follow("with-us", at(20, 5 * SECOND)),
        follow("off", at(500, 2 * MINUTE), at(610, 5 * SECOND)),
        follow("off-farther", at(700, 2 * MINUTE), at(900, 5 * SECOND)),
      ],
      LEADER,
      NOW,
    );
    expect(list.notNear.map((one) => one.userId)).toEqual([
      "off-farther",
      "off",
      "still",
      "lost",
      "lost-long",
      "never",
    ]);
    expect([list.near, list.away, list.noSignal]).toEqual([1, 3, 3]);
  });
});

describe("[R56] a member who stopped sharing", () => {
  const latest = {
    userId: "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e02",
    position: { ...LEADER, at: NOW, accuracy: 5, speed: null, heading: null, battery: 0.5 },
    battery: 0.5,
    batteryAt: NOW,
  };

  it.each(["paused", "off"] as const)("is shown as %s, without coordinate or battery", (sharing) => {
    const { userId } = latest;
    expect(showLatest(sharing, latest)).toEqual({ userId, sharing, position: null, battery: null, batteryAt: null });
  });

  it("is shown again once sharing is on", () => {
    expect(showLatest("on", latest)).toEqual({ ...latest, sharing: "on" });
  });
});
