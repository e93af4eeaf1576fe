import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readGpx } from "@/bench/gpx";
import { retime, trackOf, umrahRoute } from "@/bench/routes";
import { newId } from "@/lib/kernel/ids";
import { readHistory } from "@/lib/tracking/commands/look";
import { sharedFile } from "../support/shared";
import { type House, NOON, openHouse, populate, type World } from "../support/world";
import { by, history, later, openUsual, send, stored } from "./trip";

let house: House;
let world: World;
let groupId: string;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  world = await populate(house);
  groupId = await openUsual(world);
});
afterAll(() => house.close());

const ref = () => ({ groupId, userId: world.pilgrim.userId });
type Point = { at: Date; lat: number; lng: number; accuracy: number; speed: number; heading: number };

/** The route as phones send it: whole, in batches, the last point half an hour after noon. */
async function drive(route: readonly Point[]) {
  const length = (route.at(-1)?.at.getTime() ?? 0) - (route[0]?.at.getTime() ?? 0);
  const timed = retime(route, new Date(NOON.getTime() + 1_800_000 - length));
  const fixes = timed.map(({ at, lat, lng, accuracy, speed, heading }) => ({
    id: newId(),
    at: at.toISOString(),
    lat,
    lng,
    accuracy,
    heading,
    speed: Math.min(speed, 80),
  }));
  const accepted = new Set<string>();
  const rejected: { id: string; reason: string }[] = [];
  for (let i = 0; i < fixes.length; i += 400) {
    const receipt = await send(world.house, world.pilgrim, fixes.slice(i, i + 400));
    for (const id of receipt.accepted) accepted.add(id);
    rejected.push(...receipt.rejected);
  }
  return { sent: fixes, accepted: fixes.filter(({ id }) => accepted.has(id)), rejected };
}

const place = ({ at, lat, lng }: { at: string | Date | null; lat: number; lng: number }) =>
  `${at instanceof Date ? at.toISOString() : at} ${lat} ${lng}`;
/** Devices write the same second twice: one person is in one place at a time, and the first word counts. */
const once = (fixes: { at: string; lat: number; lng: number }[]) =>
  [...new Map(fixes.toReversed().map((f) => [f.at, f])).values()].sort((a, b) => (a.at < b.at ? -1 : 1));

describe("a history given back as GPX", () => {
  it.each(["around-visnjan-with-car", "bus_304_limerick", "cerknicko-jezero", "run_washington"])(
    "is exactly what went in, to the last digit: %s",
    async (name) => {
      const route = trackOf(sharedFile(`gpx/${name}.gpx`, () => expect.unreachable("../shared/data is missing")));
      const { sent, accepted, rejected } = await drive(route);
      expect(rejected).toEqual([]);
      expect(accepted).toHaveLength(sent.length);
      const { file } = await history(world.house, world.leader, ref(), "gpx");
      expect(readGpx(file?.text ?? "").map(place)).toEqual(once(accepted).map(place));
    },
  );

  it("is a whole umrah, with what the device measured, in every format", async () => {
    const { accepted, rejected } = await drive(umrahRoute(7, { everyS: 15 }));
    expect(rejected).toEqual([]);
    const expected = accepted.map(place);
    const read = async (format: "json" | "gpx" | "geojson" | "csv") =>
      history(world.house, world.leader, ref(), format);

    expect((await read("json")).data.map(place)).toEqual(expected);
    expect(readGpx((await read("gpx")).file?.text ?? "").map(place)).toEqual(expected);
    const { features } = JSON.parse((await read("geojson")).file?.text ?? "") as {
      features: { geometry: { type: string; coordinates: [number, number] }; properties: { time: string } }[];
    };
    const points = features.filter(({ geometry }) => geometry.type === "Point");
    expect(
      points.map(({ geometry: { coordinates }, properties }) =>
        place({ at: properties.time, lat: coordinates[1], lng: coordinates[0] }),
      ),
    ).toEqual(expected);
    const [, ...lines] = ((await read("csv")).file?.text ?? "").trim().split("\r\n");
    expect(lines.map((line) => line.replaceAll('"', "").split(",").slice(1, 4).join(" "))).toEqual(expected);

    const rows = await stored(world.house, world.pilgrim);
    rows.forEach((row, i) => {
      expect(row.accuracy).toBe(accepted[i]?.accuracy);
      expect(row.speed).toBeCloseTo(accepted[i]?.speed ?? 0, 1);
    });
  });

  it("is cut to the window that was asked for, its end not included", async () => {
    await drive(umrahRoute(3, { everyS: 60 }));
    const rows = await stored(world.house, world.pilgrim);
    const [from, to] = [rows[10]?.at, rows[20]?.at];
    const call = await by(world.house, world.leader, later(3_600));
    const { data } = await readHistory(call, { ...ref(), from: from?.toISOString(), to: to?.toISOString() });
    expect(data.map(({ at }) => at)).toEqual(rows.slice(10, 20).map(({ at }) => at));
  });
});
