import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { positionLooks } from "@/db/schema/tracking";
import { removeMember } from "@/lib/groups/commands/members";
import { setSharing } from "@/lib/groups/commands/set-sharing";
import type { Group, SharingState } from "@/lib/groups/contract";
import { readGroup } from "@/lib/groups/queries";
import { newId } from "@/lib/kernel/ids";
import { listLooks } from "@/lib/tracking/queries";
import { as, NOON, newWorld, type World } from "../support/world";
import { days, openGroup, put, within } from "./support";

let world: World;
let group: Group;
beforeAll(async () => {
  world = await newWorld();
});
beforeEach(async () => {
  group = await openGroup(world);
  await put(world, group.id, world.leader, "leader");
  await put(world, group.id, world.pilgrim);
});
afterAll(() => world.close());

const share = (state: SharingState, now = NOON) =>
  setSharing(within(world.pilgrim, group.id, "pilgrim", now), { groupId: group.id, state });

describe("sharing one's position", () => {
  it("begins off, and consent is written down when it is given and taken back when it ends", async () => {
    const mine = async () => (await readGroup(within(world.pilgrim, group.id), { groupId: group.id })).mine;
    expect(await mine()).toMatchObject({ sharing: "off", consentedAt: null });
    expect(await share("on")).toMatchObject({ state: "on", consentedAt: NOON, sharesNow: true });
    expect(await share("paused", days(1))).toMatchObject({ consentedAt: NOON, sharesNow: false });
    expect(await share("on", days(1))).toMatchObject({ consentedAt: NOON, sharesNow: true });
    expect(await share("off", days(1))).toMatchObject({ consentedAt: null, sharesNow: false });
    expect(await share("on", days(2))).toMatchObject({ consentedAt: days(2) });
    expect(await mine()).toMatchObject({ sharing: "on", consentedAt: days(2) });
  });

  it("[R59] counts inside the trip window only", async () => {
    expect(await share("on", days(-4))).toMatchObject({ state: "on", sharesNow: false });
    expect(await share("on", days(7))).toMatchObject({ state: "off", consentedAt: null, sharesNow: false });
  });

  it("is nobody's but one's own: no leader, no office, nobody who left", async () => {
    await expect(setSharing(as(world.owner), { groupId: group.id, state: "on" })).rejects.toMatchObject({
      code: "member_not_found",
    });
    await expect(setSharing(as(world.otherPilgrim), { groupId: group.id, state: "on" })).rejects.toMatchObject({
      code: "group_not_found",
    });
    await removeMember(as(world.owner), { groupId: group.id, userId: world.pilgrim.userId });
    await expect(share("on")).rejects.toMatchObject({ code: "member_not_found" });
  });
});

describe("who looked at me", () => {
  const look = (viewerId: string, subjectId: string | null, hour: Date, groupId = group.id) =>
    as(world.owner).transact("agency", false, (tx) =>
      tx.insert(positionLooks).values({
        id: newId(),
        agencyId: world.agency.id,
        groupId,
        subjectId,
        viewerId,
        hour,
        what: subjectId ? "history" : "map",
      }),
    );

  it("shows looks at me and at the whole map, the latest first, and nobody else's", async () => {
    await look(world.leader.userId, null, NOON);
    await look(world.owner.userId, world.pilgrim.userId, days(1));
    await look(world.owner.userId, world.leader.userId, days(1));
    await look(world.owner.userId, null, days(-2));
    const first = await listLooks(within(world.pilgrim, group.id), { groupId: group.id, limit: 1 });
    expect(first.data).toEqual([
      {
        viewerId: world.owner.userId,
        viewerName: "Rahma Owner",
        viewerRoles: ["owner"],
        hour: days(1),
        what: "history",
        of: "me",
      },
    ]);
    const rest = await listLooks(within(world.pilgrim, group.id), { groupId: group.id, cursor: first.nextCursor! });
    expect(rest).toMatchObject({ data: [{ viewerName: "Lukman Leader", what: "map", of: "group" }], nextCursor: null });
  });

  it("is for whoever is in the group", async () => {
    await expect(listLooks(as(world.owner), { groupId: group.id })).rejects.toMatchObject({ code: "member_not_found" });
    await expect(listLooks(as(world.rivalOwner), { groupId: group.id })).rejects.toMatchObject({
      code: "group_not_found",
    });
  });
});
