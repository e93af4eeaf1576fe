import { afterAll, beforeAll, expect, it } from "vitest";
import { notify } from "@/lib/notices/commands/notify";
import { openCall } from "@/server/doors/call";
import { type Live, openLive } from "../support/live";
import { newWorld, type World } from "../support/world";

let world: World;
let live: Live;
beforeAll(async () => {
  world = await newWorld();
  live = await openLive(world.house);
});
afterAll(async () => {
  await live.close();
  await world.close();
});

it("who is told something hears of it at once, on every device, and nobody else does", async () => {
  const connect = async (who: World["owner"]) => live.open({ token: await live.signIn(who) });
  const [phone, tablet, other, rival] = await Promise.all(
    [world.viewer, world.viewer, world.owner, world.rivalOwner].map(connect),
  );
  const call = openCall({ actor: { kind: "system", task: "test" }, agencyId: null, via: "task" });
  const userIds = [world.viewer.userId];
  await notify(call, { agencyId: world.agency.id, userIds, kind: "agency_approved", dedupeKey: "live" });
  await expect
    .poll(() => [phone, tablet].map((one) => one?.events))
    .toEqual([["notification:new"], ["notification:new"]]);
  for (const one of [other, rival]) {
    await one?.settle();
    expect(one?.events).toEqual([]);
  }
});
