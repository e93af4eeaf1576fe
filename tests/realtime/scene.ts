import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { groupMembers } from "@/db/schema/groups";
import { fenced } from "@/db/tx";
import { DAY } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { type Live, openLive } from "../support/live";
import { type House, openHouse, populate, type World } from "../support/world";
import { GATE, openTrip } from "../tracking/trip";

export type Scene = { house: House; live: Live; world: World; groupId: string };

/** A real server for the file, and for each test a leader and two pilgrims on a trip that runs now. */
export function onTrip(): Scene {
  const scene = {} as Scene;
  beforeAll(async () => {
    scene.house = await openHouse(8);
    scene.live = await openLive(scene.house);
  });
  beforeEach(async () => {
    scene.world = await populate(scene.house);
    const { owner, leader, pilgrim, otherPilgrim } = scene.world;
    const members = [{ who: leader, role: "leader" as const }, { who: pilgrim }, { who: otherPilgrim }];
    scene.groupId = await openTrip(scene.house, { owner, members }, { ...aroundNow(), sharing: false });
    await shareQuietly(scene);
  });
  afterAll(async () => {
    await scene.live.close();
    await scene.house.close();
  });
  return scene;
}

/** Everybody shares since long ago: no state of theirs is on its way to a map when a test begins. */
const shareQuietly = ({ house, world, groupId }: Scene) =>
  fenced(house.database, "qafila_tenant", world.agency.id, false, (tx) =>
    tx
      .update(groupMembers)
      .set({ sharing: "on", consentedAt: new Date(Date.now() - 30 * DAY) })
      .where(eq(groupMembers.groupId, groupId)),
  );

/** Sockets know only the real hour. */
export const aroundNow = () => ({ startsAt: new Date(Date.now() - DAY), endsAt: new Date(Date.now() + DAY) });

/** A fix of `secondsAgo`, some metres north of the gate. */
export const fixAgo = (secondsAgo: number, north = 0, more: Record<string, unknown> = {}) => ({
  id: newId(),
  at: new Date(Date.now() - secondsAgo * 1_000).toISOString(),
  lat: GATE.lat + north / 111_195,
  lng: GATE.lng,
  accuracy: 10,
  ...more,
});

export const soon = { interval: 20 };
