import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { joinGroup } from "@/lib/groups/commands/join-group";
import { removeMember } from "@/lib/groups/commands/members";
import { setSharing } from "@/lib/groups/commands/set-sharing";
import { updateGroup } from "@/lib/groups/commands/update-group";
import { listMembers, readGroup } from "@/lib/groups/queries";
import { lookAtGroup, readHistory } from "@/lib/tracking/commands/look";
import { countSignal } from "@/lib/tracking/queries";
import { addPerson, as, type House, openHouse, populate, type Somebody, type World } from "../support/world";
import { by, fixAt, later, openTrip, overhear, send, shown, stored } from "./trip";

const DAYS = 86_400;
const END = 600;
const FAR = 5 * DAYS;

let house: House;
let world: World;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  world = await populate(house);
});
afterAll(() => house.close());

/** A leader and a pilgrim who agreed at noon to a trip that ends so many seconds later. */
const tripUntil = (end: number, consentAt = later(0)) =>
  openTrip(
    house,
    { owner: world.owner, members: [{ who: world.leader, role: "leader" }, { who: world.pilgrim }] },
    { endsAt: later(end), consentAt },
  );
const endAt = async (groupId: string, end: number, seconds: number) =>
  updateGroup(await by(house, world.leader, later(seconds)), { groupId, endsAt: later(end).toISOString() });
const turn = async (groupId: string, state: "on" | "paused" | "off", seconds: number, who = world.pilgrim) =>
  setSharing(await by(house, who, later(seconds)), { groupId, state });
const give = (fixes: number[], seconds: number) =>
  send(
    house,
    world.pilgrim,
    fixes.map((at) => fixAt(at)),
    later(seconds),
  );
const onMap = (groupId: string, seconds: number, viewer = world.leader) =>
  shown(house, viewer, groupId, world.pilgrim.userId, later(seconds));
const way = async (groupId: string, seconds: number, viewer: Somebody = world.leader) => {
  const ref = { groupId, userId: world.pilgrim.userId };
  const { data } = await readHistory(await by(house, viewer, later(seconds)), ref);
  return data.map(({ at }) => (at.getTime() - later(0).getTime()) / 1_000);
};
const inRoster = async (groupId: string, seconds: number) => {
  const { data } = await listMembers(await by(house, world.leader, later(seconds)), { groupId, role: "pilgrim" });
  return data[0]?.sharing;
};
const mine = async (groupId: string, seconds: number) =>
  (await readGroup(await by(house, world.pilgrim, later(seconds)), { groupId })).mine;

describe("[R56] [R59] a trip made longer after somebody agreed to share it", () => {
  let groupId: string;
  beforeEach(async () => {
    groupId = await tripUntil(END);
    await give([300], 310);
    await endAt(groupId, FAR, 700);
  });

  it("shows nobody again: the consent ended with the trip that was agreed to", async () => {
    expect(await onMap(groupId, 710)).toEqual({
      userId: world.pilgrim.userId,
      sharing: "off",
      position: null,
      battery: null,
      batteryAt: null,
    });
    expect(await inRoster(groupId, 710)).toBe("off");
    expect(await mine(groupId, 710)).toMatchObject({ sharing: "off", consentedAt: null });
    const count = await countSignal(await by(house, world.owner, later(710)), {});
    expect(count).toMatchObject({ travelling: 2, sharing: 0, heard: 0 });
  });

  it("takes, tells and keeps nothing of the longer part, and its history ends where the consent did", async () => {
    const heard = await overhear(house);
    const receipt = await give([650, 720], 730);
    expect(receipt.rejected.map(({ reason }) => reason)).toEqual(["not_sharing", "not_sharing"]);
    expect(heard).toEqual([]);
    expect(await stored(house, world.pilgrim)).toHaveLength(1);
    expect(await way(groupId, 730)).toEqual([300]);
  });

  it("leaves out of the history what another trip brought in since", async () => {
    const other = await tripUntil(FAR, later(700));
    await give([720], 730);
    expect(await way(other, 730)).toEqual([720]);
    expect(await way(groupId, 730)).toEqual([300]);
  });

  it("is shared again once its people agree anew, and only from then on", async () => {
    expect(await turn(groupId, "on", 800)).toMatchObject({ state: "on", consentedAt: later(800), sharesNow: true });
    await give([810], 820);
    expect(await onMap(groupId, 830)).toMatchObject({ sharing: "on", position: { at: later(810) } });
    expect(await way(groupId, 830)).toEqual([810]);
  });

  it("lets whoever shared take the past back too", async () => {
    expect(await turn(groupId, "off", 800)).toMatchObject({ state: "off" });
    await expect(way(groupId, 810)).rejects.toMatchObject({ code: "position_not_found" });
  });
});

describe("[R59] the end of a trip that is moved", () => {
  it("while it runs lengthens no consent", async () => {
    const groupId = await tripUntil(END);
    await endAt(groupId, FAR, 100);
    await give([590], 595);
    expect(await onMap(groupId, 600)).toMatchObject({ sharing: "on", position: { at: later(590) } });
    expect(await onMap(groupId, 601)).toMatchObject({ sharing: "off", position: null });
  });

  it("to now and away again revives nobody, even within what was promised", async () => {
    const groupId = await tripUntil(FAR);
    await give([300], 310);
    await endAt(groupId, 400, 390);
    expect(await onMap(groupId, 401)).toMatchObject({ sharing: "off", position: null });
    await endAt(groupId, FAR, 500);
    expect(await onMap(groupId, 510)).toMatchObject({ sharing: "off", position: null });
    expect((await give([505], 510)).accepted).toEqual([]);
  });
});

describe("[R56] every pause of a consent", () => {
  it("stays out of what is taken and shown, the first as well as the last", async () => {
    const groupId = await tripUntil(FAR);
    await turn(groupId, "paused", 100);
    await turn(groupId, "on", 200);
    await turn(groupId, "paused", 300);
    await turn(groupId, "on", 400);
    const receipt = await give([50, 150, 250, 350, 450], 460);
    expect(receipt.rejected.map(({ reason }) => reason)).toEqual(["not_sharing", "not_sharing"]);
    expect(await way(groupId, 470)).toEqual([50, 250, 450]);
    await turn(groupId, "off", 480);
  });

  it("is each group's own: what one shows, another that was paused does not", async () => {
    const [first, second] = [await tripUntil(FAR), await tripUntil(FAR)];
    await turn(first, "paused", 100);
    await turn(first, "on", 200);
    await turn(second, "paused", 300);
    await turn(second, "on", 400);
    await turn(first, "paused", 500);
    await turn(first, "on", 600);
    expect((await give([150, 350, 550, 650], 660)).rejected).toEqual([]);
    expect(await way(first, 670)).toEqual([350, 650]);
    expect(await way(second, 670)).toEqual([150, 550, 650]);
  });

  it("hides where somebody was in it from the map after it, whoever else was told", async () => {
    const [first, second] = [await tripUntil(FAR), await tripUntil(FAR)];
    await turn(first, "paused", 100);
    await give([150], 160);
    await turn(first, "on", 200);
    expect(await onMap(first, 210)).toMatchObject({ sharing: "on", position: null });
    expect(await onMap(second, 210)).toMatchObject({ position: { at: later(150) } });
  });
});

describe("[R56] the moments before a consent", () => {
  it("belong to it: the phone holds a fix while its owner agrees", async () => {
    const groupId = await tripUntil(FAR, later(100));
    expect((await give([94, 97], 110)).accepted).toHaveLength(1);
    expect(await way(groupId, 120)).toEqual([97]);
  });

  it("never reach back into one that was taken back", async () => {
    const groupId = await tripUntil(FAR);
    await give([98], 99);
    await turn(groupId, "off", 100);
    await turn(groupId, "on", 102);
    expect(await onMap(groupId, 103)).toMatchObject({ sharing: "on", position: null });
    expect((await give([99, 101], 103)).accepted).toHaveLength(1);
    expect(await way(groupId, 104)).toEqual([101]);
  });

  it("never reach back to before a group was left and joined again", async () => {
    const groupId = await tripUntil(FAR);
    await give([98], 99);
    await removeMember(await by(house, world.pilgrim, later(100)), { groupId, userId: world.pilgrim.userId });
    const { joinCode } = await readGroup(as(world.owner), { groupId });
    await joinGroup(await by(house, world.pilgrim, later(101)), { code: joinCode ?? "" });
    await turn(groupId, "on", 102);
    expect(await onMap(groupId, 103)).toMatchObject({ sharing: "on", position: null });
    expect(await way(groupId, 104)).toEqual([]);
  });
});

describe("[R59] [R79] an operator", () => {
  let groupId: string;
  let operator: Somebody;
  beforeEach(async () => {
    operator = await addPerson(house, world.agency, "Opik Operator", ["operator"]);
    groupId = await tripUntil(END);
    await give([300], 310);
  });
  const look = async (who: Somebody, seconds: number) => lookAtGroup(await by(house, who, later(seconds)), { groupId });
  const BEFORE = -3 * DAYS;

  it("sees positions while the trip runs", async () => {
    expect((await look(operator, 500)).data).toHaveLength(2);
    expect(await way(groupId, 500, operator)).toEqual([300]);
  });

  it("sees none before it and none after it", async () => {
    for (const seconds of [BEFORE, END + 1]) {
      await expect(look(operator, seconds)).rejects.toMatchObject({ code: "forbidden" });
      await expect(way(groupId, seconds, operator)).rejects.toMatchObject({ code: "forbidden" });
      const { data } = await listMembers(await by(house, operator, later(seconds)), { groupId });
      expect(data.map(({ sharing }) => sharing)).toEqual([null, null]);
    }
  });

  it("is alone in that: who answers for the people keeps their way", async () => {
    for (const who of [world.leader, world.owner, world.admin]) {
      expect((await look(who, END + 1)).data).toHaveLength(2);
      expect(await way(groupId, END + 1, who)).toEqual([300]);
    }
  });
});
