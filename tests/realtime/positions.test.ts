import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { setSharing } from "@/lib/groups/commands/set-sharing";
import { by, stored } from "../tracking/trip";
import { fixAgo, onTrip, soon } from "./scene";

const scene = onTrip();

async function watcher() {
  const leader = await scene.live.connect(scene.world.leader);
  const answer = await leader.ask("group:watch", { groupId: scene.groupId });
  expect(answer.ok).toBe(true);
  return leader;
}
const owner = () => postgres(scene.house.database.ownerUrl, { max: 1, onnotice: () => undefined });

describe("position:send", () => {
  it("is acknowledged with what was taken and what was not", async () => {
    const phone = await scene.live.connect(scene.world.pilgrim);
    const good = fixAgo(30);
    const bad = { ...fixAgo(20), lat: 0, lng: 0 };
    expect(await phone.ask("position:send", { positions: [good, bad] })).toEqual({
      ok: true,
      accepted: [good.id],
      rejected: [{ id: bad.id, reason: "zero_zero" }],
    });
    expect(await stored(scene.house, scene.world.pilgrim)).toHaveLength(1);
  });

  it("[R62] is acknowledged after the commit, not before", async () => {
    const phone = await scene.live.connect(scene.world.pilgrim);
    const sql = owner();
    const acks: unknown[] = [];
    let sent: Promise<unknown> | undefined;
    await sql.begin(async (tx) => {
      await tx`lock table positions in exclusive mode`;
      sent = phone.ask("position:send", { positions: [fixAgo(30)] }).then((answer) => acks.push(answer));
      const blocked = () => tx`select 1 from pg_locks where not granted`;
      await expect.poll(async () => (await blocked()).length, soon).toBeGreaterThan(0);
      await phone.settle();
      expect(acks).toEqual([]);
    });
    await sent;
    expect(acks).toMatchObject([{ ok: true }]);
    expect(await stored(scene.house, scene.world.pilgrim)).toHaveLength(1);
    await sql.end();
  });

  it("[R62] is never acknowledged as taken when it could not be written", async () => {
    const phone = await scene.live.connect(scene.world.pilgrim);
    const leader = await watcher();
    const sql = owner();
    await sql`alter table positions add constraint broken check (lat < 0) not valid`;
    const fix = fixAgo(30);
    const answer = await phone.ask("position:send", { positions: [fix] });
    await sql`alter table positions drop constraint broken`;
    expect(answer).toMatchObject({ ok: false, error: "internal" });
    expect(await stored(scene.house, scene.world.pilgrim)).toEqual([]);
    expect(await phone.ask("position:send", { positions: [fix] })).toMatchObject({ ok: true, accepted: [fix.id] });
    await expect.poll(() => leader.heardOf(scene.world.pilgrim.userId).length, soon).toBe(1);
    await sql.end();
  });
});

describe("group:watch", () => {
  it("answers with everybody's newest position and then tells what moves", async () => {
    const phone = await scene.live.connect(scene.world.pilgrim);
    const first = fixAgo(60);
    await phone.ask("position:send", { positions: [first] });
    const leader = await scene.live.connect(scene.world.leader);
    const answer = await leader.ask("group:watch", { groupId: scene.groupId });
    const positions = answer.positions as { userId: string; position: { at: string } | null }[];
    expect(positions).toHaveLength(3);
    expect(positions.find(({ userId }) => userId === scene.world.pilgrim.userId)?.position?.at).toBe(first.at);

    const next = fixAgo(10, 30, { battery: 0.5 });
    await phone.ask("position:send", { positions: [next] });
    await expect
      .poll(() => leader.heardOf(scene.world.pilgrim.userId).at(-1), soon)
      .toMatchObject({ sharing: "on", position: { at: next.at, lat: next.lat, lng: next.lng }, battery: 0.5 });
    expect(leader.batches[0]?.groupId).toBe(scene.groupId);
  });

  it("hears at most two batches a second, each with the newest of everybody who moved", async () => {
    const started = Date.now();
    const leader = await watcher();
    const phones = [await scene.live.connect(scene.world.pilgrim), await scene.live.connect(scene.world.otherPilgrim)];
    const fixes = Array.from({ length: 60 }, (_, i) => fixAgo(120 - i, i));
    for (const fix of fixes) {
      await Promise.all(
        phones.map((phone, who) =>
          phone.ask("position:send", { positions: [{ ...fix, lat: fix.lat + who / 10_000 }] }),
        ),
      );
    }
    const last = fixes.at(-1)?.at;
    for (const { userId } of [scene.world.pilgrim, scene.world.otherPilgrim]) {
      await expect.poll(() => leader.heardOf(userId).at(-1)?.position?.at, soon).toBe(last);
      const instants = leader.heardOf(userId).flatMap(({ position }) => position?.at ?? []);
      expect(instants).toEqual([...new Set(instants)].sort());
    }
    const seconds = (Date.now() - started) / 1_000;
    expect(leader.batches.length).toBeLessThanOrEqual(Math.floor(seconds / 0.5) + 1);
    expect(leader.batches.length).toBeLessThan(fixes.length);
  });

  it("[R54] tells nobody of a fix that came late", async () => {
    const phone = await scene.live.connect(scene.world.pilgrim);
    const leader = await watcher();
    await phone.ask("position:send", { positions: [fixAgo(10)] });
    await phone.ask("position:send", { positions: [fixAgo(600, 500)] });
    const newest = fixAgo(5, 10);
    await phone.ask("position:send", { positions: [newest] });
    await expect.poll(() => leader.heardOf(scene.world.pilgrim.userId).at(-1)?.position?.at, soon).toBe(newest.at);
    expect(leader.heardOf(scene.world.pilgrim.userId).every(({ position }) => position && position.lat < 21.4222)).toBe(
      true,
    );
  });

  it("[R55] tells the battery of a fix that was refused", async () => {
    const phone = await scene.live.connect(scene.world.pilgrim);
    const leader = await watcher();
    await phone.ask("position:send", { positions: [{ ...fixAgo(10), lat: 0, lng: 0, battery: 0.05 }] });
    await expect
      .poll(() => leader.heardOf(scene.world.pilgrim.userId), soon)
      .toMatchObject([{ position: null, battery: 0.05 }]);
  });

  it("[R56] hears a state and no coordinate once sharing pauses, whatever was on its way", async () => {
    const phone = await scene.live.connect(scene.world.pilgrim);
    const leader = await watcher();
    const pausing = await by(scene.house, scene.world.pilgrim, new Date());
    await phone.ask("position:send", { positions: [fixAgo(20)] });
    await setSharing(pausing, { groupId: scene.groupId, state: "paused" });
    await phone.ask("position:send", { positions: [fixAgo(10, 20)] });

    const heard = () => leader.heardOf(scene.world.pilgrim.userId);
    await expect.poll(() => heard().at(-1)?.sharing, soon).toBe("paused");
    const paused = heard().findIndex(({ sharing }) => sharing === "paused");
    expect(
      heard()
        .slice(paused)
        .every(({ position, battery }) => position === null && battery === null),
    ).toBe(true);
    const again = await leader.ask("group:watch", { groupId: scene.groupId });
    expect(JSON.stringify(again.positions)).not.toContain("lat");
  });

  it("ends with group:leave", async () => {
    const phone = await scene.live.connect(scene.world.pilgrim);
    const [leaving, staying] = [await watcher(), await watcher()];
    expect(await leaving.ask("group:leave", { groupId: scene.groupId })).toEqual({ ok: true });
    await phone.ask("position:send", { positions: [fixAgo(10)] });
    const positions = (one: typeof staying) => one.heardOf(scene.world.pilgrim.userId).filter((news) => news.position);
    await expect.poll(() => positions(staying).length, soon).toBe(1);
    await leaving.settle();
    expect(positions(leaving)).toEqual([]);
  });
});
