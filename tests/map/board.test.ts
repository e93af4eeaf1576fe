import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildBoard, referenceOf } from "@/components/map/board";
import { firstSight } from "@/components/map/marks";
import type { MapMember, PersonMarker } from "@/components/map/model";
import { mergeLatest, readBatch, replaceLatest, type Tracks } from "@/components/map/tracks";
import { joinTrail } from "@/components/map/use-selection";
import type { LatestPosition } from "@/lib/tracking/contract";
import { spotAt } from "@/lib/tracking/rules/geo";

const KAABA = { lat: 21.4225205, lng: 39.8261801 };
const NOW = new Date("2026-11-21T05:18:00.000Z");
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const latest = (
  userId: string,
  metres: number,
  minutesAgo: number,
  change: Partial<LatestPosition> = {},
): LatestPosition => ({
  userId,
  sharing: "on",
  position: {
    ...spotAt(KAABA, 90, metres),
    at: ago(minutesAgo),
    accuracy: 10,
    speed: 0,
    heading: null,
    battery: null,
  },
  battery: null,
  batteryAt: null,
  ...change,
});
const member = (userId: string, change: Partial<MapMember> = {}): MapMember => ({
  userId,
  name: userId,
  phone: null,
  ...change,
});
const tracksOf = (...all: LatestPosition[]): Tracks => mergeLatest(new Map(), all);
const here = { ...KAABA, kind: "leader" } as const;

describe("Who is with the leader", () => {
  const tracks = tracksOf(
    latest("near", 40, 1),
    latest("far", 600, 1),
    latest("farther", 900, 2),
    latest("silent", 100, 16),
    latest("hidden", 10, 1, { sharing: "paused", position: null }),
  );
  const members = ["near", "far", "farther", "silent", "hidden", "never"].map((id) => member(id));

  it("counts near, away and silent so that they add up to the group", () => {
    const { near, away, noSignal } = buildBoard(members, tracks, here, NOW);
    expect([near, away, noSignal]).toEqual([1, 2, 3]);
  });
  it("lists those not here, best clue first", () => {
    const ids = buildBoard(members, tracks, here, NOW).notWithYou.map((row) => row.member.userId);
    expect(ids.slice(0, 3)).toEqual(["farther", "far", "silent"]);
    expect(ids).toHaveLength(5);
  });
  it("puts a call for help before everything, also of somebody near", () => {
    const board = buildBoard(
      [...members, member("sos", { sos: true })],
      mergeLatest(tracks, [latest("sos", 20, 0)]),
      here,
      NOW,
    );
    expect(board.notWithYou[0]?.member.userId).toBe("sos");
  });
  it("says nothing about distance when there is nothing to measure from", () => {
    const board = buildBoard(members, tracks, null, NOW);
    expect([board.near, board.away, board.noSignal]).toEqual([null, null, 3]);
    expect(board.notWithYou.every((row) => row.nearness.state === "no_signal")).toBe(true);
  });
  it("measures from the meeting point when the leader has no recent position", () => {
    const meeting = { lat: 21.42, lng: 39.82 };
    expect(referenceOf({ ...KAABA, at: ago(1) }, meeting, NOW)).toMatchObject({ kind: "leader" });
    expect(referenceOf({ ...KAABA, at: ago(11) }, meeting, NOW)).toMatchObject({ kind: "meeting", lat: 21.42 });
    expect(referenceOf(null, null, NOW)).toBeNull();
  });
});

describe("What the socket brings", () => {
  const wire = (one: LatestPosition) => JSON.parse(JSON.stringify(one)) as unknown;

  it("reads a batch of its own group and leaves out what it cannot read", () => {
    const payload = {
      groupId: "g",
      positions: [
        wire(latest("a", 1, 1)),
        { userId: 7 },
        { userId: "b", sharing: "on", position: { at: "never", lat: 1, lng: 2 } },
      ],
    };
    expect(readBatch(payload, "g")).toMatchObject([
      { userId: "a", position: { at: ago(1) } },
      { userId: "b", position: null },
    ]);
    expect(readBatch(payload, "other")).toBeNull();
    expect(readBatch(null, "g")).toBeNull();
  });

  it("never moves the marker back for a late fix, in whatever order fixes arrive (R54)", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 1 }), (minutes) => {
        const tracks = minutes.reduce<Tracks>((all, min) => mergeLatest(all, [latest("a", min * 10, min)]), new Map());
        const track = tracks.get("a");
        expect(track?.latest.position?.at).toEqual(ago(Math.min(...minutes)));
        const times = track?.trail.map((spot) => spot.at.getTime()) ?? [];
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
    );
  });

  it("forgets every coordinate when sharing stops (R56), and whoever left the group (R59)", () => {
    const shared = tracksOf(latest("a", 10, 2), latest("b", 10, 2));
    const paused = mergeLatest(shared, [latest("a", 0, 0, { sharing: "paused" })]);
    expect(paused.get("a")).toMatchObject({ latest: { position: null }, trail: [] });
    expect([...replaceLatest(shared, [latest("b", 10, 1)], ago(0)).keys()]).toEqual(["b"]);
  });

  it("[R56] forgets where somebody was before a pause that was missed, and no fix that came meanwhile", () => {
    const shared = tracksOf(latest("a", 10, 12), latest("b", 10, 0));
    const hidden = (userId: string) => ({ ...latest(userId, 0, 0), position: null });
    const read = replaceLatest(shared, [hidden("a"), hidden("b")], ago(0));
    expect(read.get("a")).toMatchObject({ latest: { sharing: "on", position: null }, trail: [] });
    expect(read.get("b")?.latest.position?.at).toEqual(ago(0));
  });

  it("joins the trail that was read with what came live since", () => {
    const spot = (minutes: number) => ({ ...KAABA, at: ago(minutes), accuracy: null });
    expect(joinTrail([spot(9), spot(5)], [spot(5), spot(3)]).map((one) => one.at)).toEqual([ago(9), ago(5), ago(3)]);
  });
});

describe("A battery of which a later fix says nothing", () => {
  const told = latest("a", 0, 20, { battery: 0.4, batteryAt: ago(20) });
  const batteryOf = (tracks: Tracks) => [tracks.get("a")?.latest.battery, tracks.get("a")?.latest.batteryAt];

  it("stays known for half an hour, with the age it has", () => {
    expect(batteryOf(tracksOf(told, latest("a", 10, 5), latest("a", 20, 0)))).toEqual([0.4, ago(20)]);
    expect(batteryOf(tracksOf({ ...told, batteryAt: ago(31) }, latest("a", 10, 0)))).toEqual([null, null]);
  });

  it("is forgotten with everything else when sharing is paused", () => {
    const paused = latest("a", 0, 10, { sharing: "paused", position: null });
    expect(batteryOf(tracksOf(told, paused, latest("a", 10, 0)))).toEqual([null, null]);
  });
});

describe("What a map opens on", () => {
  const marker = (id: string, at: { lat: number; lng: number }, minutes: number): PersonMarker => ({
    id,
    name: id,
    ...at,
    fixAtMs: ago(minutes).getTime(),
    state: "fresh",
    selected: false,
  });
  const JAKARTA = { lat: -6.1862, lng: 106.8341 };
  const beside = { lat: KAABA.lat + 0.002, lng: KAABA.lng };

  it("is the group, not the phone that fell silent at home or the one that is still there", () => {
    const people = [marker("near", beside, 1), marker("hotel", beside, 60), marker("home", JAKARTA, 900)];
    expect(firstSight([...people, marker("late", JAKARTA, 1)], [KAABA, null], NOW)).toEqual([
      ...people.slice(0, 2),
      KAABA,
    ]);
  });

  it("is everybody who was heard while nothing is known of the reader, and the silent where nobody was", () => {
    const [late, silent] = [marker("late", JAKARTA, 1), marker("silent", beside, 900)];
    expect(firstSight([late, silent], [null, null], NOW)).toEqual([late]);
    expect(firstSight([silent], [null, null], NOW)).toEqual([silent]);
  });
});
