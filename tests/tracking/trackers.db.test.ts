import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setSharing } from "@/lib/groups/commands/set-sharing";
import { ingestOsmand, ingestOwnTracks } from "@/lib/tracking/commands/ingest";
import { issueTracker, revokeTracker } from "@/lib/tracking/commands/trackers";
import { listMyTrackers } from "@/lib/tracking/queries";
import { removeUser } from "@/lib/users/commands/change";
import { openCall } from "@/server/doors/call";
import { agencyOfCode } from "@/server/doors/directory";
import { as, type House, openHouse, populate, type World } from "../support/world";
import { by, GATE, later, openUsual, shown, stored } from "./trip";

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

const NOW = later(3_600);
const epoch = (seconds: number) => later(seconds).getTime() / 1_000;
/** What the door makes of a token: the directory finds the agency, nobody is signed in. */
const device = async (token: string, now = NOW) =>
  openCall({ actor: { kind: "nobody" }, agencyId: await agencyOfCode("tracker", { token }), via: "http", now });
const issue = async (kind: "owntracks" | "osmand") =>
  issueTracker(await by(world.house, world.pilgrim), { kind, name: "Old phone" });

const owntracks = (seconds: number, more: object = {}) =>
  JSON.stringify({
    _type: "location",
    lat: GATE.lat,
    lon: GATE.lng,
    tst: epoch(seconds),
    acc: 9,
    batt: 71,
    vel: 4,
    ...more,
  });

describe("a companion tracker", () => {
  it("is issued once with its token, which is kept only as a hash", async () => {
    const issued = await issue("owntracks");
    expect(issued.path).toBe(`/api/v1/ingest/owntracks/${issued.token}`);
    const { data } = await listMyTrackers(await by(world.house, world.pilgrim), {});
    expect(data).toMatchObject([{ id: issued.id, kind: "owntracks", lastSeenAt: null }]);
    expect(JSON.stringify(data)).not.toContain(issued.token);
    expect((await listMyTrackers(await by(world.house, world.otherPilgrim), {})).data).toEqual([]);
  });

  it("brings OwnTracks bodies to the map in our units, once each", async () => {
    const { token } = await issue("owntracks");
    for (let i = 0; i < 2; i++) await ingestOwnTracks(await device(token), { token, body: owntracks(60) });
    const rows = await stored(world.house, world.pilgrim);
    expect(rows).toMatchObject([{ ...GATE, at: later(60), accuracy: 9, source: "owntracks" }]);
    expect(rows[0]?.battery).toBeCloseTo(0.71);
    expect(rows[0]?.speed).toBeCloseTo(4 / 3.6, 1);
    const seen = await shown(world.house, world.leader, groupId, world.pilgrim.userId);
    expect(seen?.position?.at).toEqual(later(60));
    const { data } = await listMyTrackers(await by(world.house, world.pilgrim), {});
    expect(data[0]?.lastSeenAt).toEqual(NOW);
  });

  it("brings OsmAnd queries and Traccar JSON, with seconds or milliseconds", async () => {
    const { token } = await issue("osmand");
    const call = await device(token);
    const query = `?id=7&lat=${GATE.lat}&lon=${GATE.lng}&timestamp=${epoch(0)}&accuracy=8&batt=50&speed=2`;
    await ingestOsmand(call, { token, query, body: "" });
    const form = `id=7&location=${GATE.lat},${GATE.lng}&timestamp=${epoch(60) * 1_000}`;
    await ingestOsmand(call, { token, query: "", body: form });
    const coords = { latitude: GATE.lat, longitude: GATE.lng, accuracy: 5, speed: 1.2, heading: 90 };
    const location = { timestamp: later(120).toISOString(), coords, battery: { level: 0.4, is_charging: false } };
    await ingestOsmand(call, { token, query: "", body: JSON.stringify({ device_id: "7", location }) });

    const rows = await stored(world.house, world.pilgrim);
    expect(rows.map(({ at, source }) => [at, source])).toEqual([0, 60, 120].map((s) => [later(s), "osmand"]));
    expect(rows.map(({ battery }) => battery && Math.round(battery * 100))).toEqual([50, null, 40]);
  });

  it("is judged like every other source", async () => {
    const { token } = await issue("owntracks");
    const bodies = [owntracks(0), owntracks(60, { lat: 0, lon: 0 }), owntracks(61, { acc: 4_000 }), owntracks(9_000)];
    for (const body of bodies) await ingestOwnTracks(await device(token), { token, body });
    await ingestOwnTracks(await device(token), { token, body: JSON.stringify({ _type: "lwt", tst: 1 }) });
    expect(await stored(world.house, world.pilgrim)).toHaveLength(1);
  });

  it("brings nothing while its owner pauses", async () => {
    const { token } = await issue("owntracks");
    await setSharing(await by(world.house, world.pilgrim), { groupId, state: "paused" });
    const receipt = await ingestOwnTracks(await device(token), { token, body: owntracks(60) });
    expect(receipt.rejected).toMatchObject([{ reason: "not_sharing" }]);
    expect(await stored(world.house, world.pilgrim)).toEqual([]);
  });

  it("is unknown from the moment it is revoked, and only its owner can revoke it", async () => {
    const { id, token } = await issue("owntracks");
    const open = await device(token);
    await expect(revokeTracker(await by(world.house, world.otherPilgrim), { id })).rejects.toMatchObject({
      kind: "not_found",
    });
    await revokeTracker(await by(world.house, world.pilgrim), { id });
    const gone = { kind: "not_found", code: "tracker_not_found" };
    await expect(device(token)).rejects.toMatchObject(gone);
    await expect(ingestOwnTracks(open, { token, body: owntracks(60) })).rejects.toMatchObject(gone);
    expect(await stored(world.house, world.pilgrim)).toEqual([]);
  });

  it("is not to be guessed, and not to be used as the other kind", async () => {
    const { token } = await issue("owntracks");
    const gone = { kind: "not_found", code: "tracker_not_found" };
    await expect(device("tr_guess")).rejects.toMatchObject(gone);
    await expect(ingestOsmand(await device(token), { token, query: "?id=1", body: "" })).rejects.toMatchObject(gone);
  });

  it("says what is wrong with a body that is no message", async () => {
    const own = await issue("owntracks");
    const osm = await issue("osmand");
    await expect(ingestOwnTracks(await device(own.token), { token: own.token, body: "{" })).rejects.toMatchObject({
      kind: "malformed",
    });
    const call = await device(osm.token);
    await expect(ingestOsmand(call, { token: osm.token, query: "?lat=1&lon=1", body: "" })).rejects.toMatchObject({
      code: "tracker_id_missing",
    });
    const many = JSON.stringify(Array.from({ length: 501 }, (_, i) => JSON.parse(owntracks(i))));
    await expect(ingestOwnTracks(await device(own.token), { token: own.token, body: many })).rejects.toMatchObject({
      kind: "too_large",
    });
  });

  it("[R56] tells nothing any more of whom the agency sent away: they could not stop it themselves", async () => {
    const { token } = await issue("owntracks");
    await ingestOwnTracks(await device(token), { token, body: owntracks(60) });
    await removeUser(as(world.owner), { id: world.pilgrim.userId });
    const late = ingestOwnTracks(await device(token), { token, body: owntracks(120) });
    await expect(late).rejects.toMatchObject({ code: "tracker_not_found" });
    expect(await stored(world.house, world.pilgrim)).toHaveLength(1);
    expect((await shown(world.house, world.leader, groupId, world.pilgrim.userId))?.position ?? null).toBeNull();
  });
});
