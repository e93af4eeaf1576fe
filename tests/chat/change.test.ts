import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { editMessage, withdrawMessage } from "@/lib/chat/commands/change-message";
import { openLook, updateChat } from "@/lib/chat/commands/lead";
import { markRead, muteChat, typing } from "@/lib/chat/commands/reading";
import { listChats, listEarlier, listMessages, listOriginals, listReaders, readChat } from "@/lib/chat/queries";
import { addMember, removeMember } from "@/lib/groups/commands/members";
import { setAvatar } from "@/lib/identity/commands/avatar";
import { slip } from "../payments/support";
import { as, NOON, newWorld, type World } from "../support/world";
import { elsewhere, leads, of, openTalk, overheard, say, whole } from "./support";

let world: World;
let groupId: string;
beforeAll(async () => {
  world = await newWorld(50);
});
beforeEach(async () => {
  groupId = await openTalk(world);
});
afterAll(() => world.close());

const me = () => of(world.pilgrim, groupId);
const other = () => of(world.otherPilgrim, groupId);
const leader = () => leads(world.leader, groupId);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error) => error.code,
  );

describe("[R68] an edited and a withdrawn message", () => {
  it("are what everybody finds who was away, and what was said before only moderators", async () => {
    const kept = await say(me(), groupId, "Saya di lobi");
    const first = await say(me(), groupId, "Kamar 412, Ibu Endang sakit");
    await say(other(), groupId, "Baik", { replyTo: first.id });
    const { lastRev } = await listMessages(other(), { groupId });
    await editMessage(me(), { id: kept.id, text: "Saya di lobi lantai 2" });
    const { call, told } = overheard(me());
    await withdrawMessage(call, { id: first.id });
    expect(await withdrawMessage(call, { id: first.id })).toMatchObject({ text: null });
    expect(told.map(({ wire }) => wire)).toEqual(["message:withdrawn"]);
    expect(JSON.stringify(told)).not.toContain("Endang");

    const { data } = await listMessages(other(), { groupId, since: lastRev });
    expect(data).toMatchObject([
      { id: kept.id, seq: 1, rev: 4, text: "Saya di lobi lantai 2", editedAt: NOON.toISOString() },
      { id: first.id, seq: 2, rev: 5, text: null, withdrawnAt: NOON.toISOString(), senderName: "Siti Pilgrim" },
    ]);
    const everything = await whole(other(), groupId);
    expect(everything.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(everything[2]?.replyTo).toMatchObject({ id: first.id, text: null });
    expect(JSON.stringify(everything)).not.toContain("Endang");

    expect((await listOriginals(leader(), { id: first.id })).data).toMatchObject([
      { text: "Kamar 412, Ibu Endang sakit", why: "withdrawn" },
    ]);
    expect((await listOriginals(leader(), { id: kept.id })).data).toMatchObject([
      { text: "Saya di lobi", why: "edited" },
    ]);
    expect(await refused(listOriginals(other(), { id: first.id }))).toBe("forbidden");
    expect(await refused(listOriginals(me(), { id: first.id }))).toBe("forbidden");
    expect(await refused(listOriginals(as(world.manager), { id: first.id }))).toBe("message_not_found");
  });

  it("are known by the page to moderators of that very talk, and to no leader of another", async () => {
    const changed = await say(me(), groupId, "Gerbang 79");
    const gone = await say(me(), groupId, "Kamar 412");
    const ids = [changed.id, gone.id, (await say(me(), groupId, "Baik")).id];
    await editMessage(me(), { id: changed.id, text: "Gerbang 80" });
    await withdrawMessage(me(), { id: gone.id });
    const earlier = await listEarlier(leader(), { groupId, ids });
    expect([...earlier].map(([id, said]) => [id, said.map(({ text }) => text)])).toEqual([
      [changed.id, ["Gerbang 79"]],
      [gone.id, ["Kamar 412"]],
    ]);
    const theirs = await openTalk(world);
    expect(await listEarlier(leads(world.leader, theirs), { groupId: theirs, ids })).toEqual(new Map());
    expect(await refused(listEarlier(me(), { groupId, ids }))).toBe("forbidden");
  });

  it("is changed only by who said it, while they are in the group and may write", async () => {
    const { id } = await say(me(), groupId, "Saya di lobi");
    const text = "?";
    expect(await refused(editMessage(other(), { id, text }))).toBe("forbidden");
    expect(await refused(withdrawMessage(leader(), { id }))).toBe("forbidden");
    expect(await refused(editMessage(as(world.rivalOwner), { id, text }))).toBe("message_not_found");
    await updateChat(leader(), { groupId, leadersOnly: true });
    expect(await refused(editMessage(me(), { id, text }))).toBe("chat_leaders_only");
    const mode = (await whole(me(), groupId)).at(-1)!;
    expect(await refused(withdrawMessage(leader(), { id: mode.id }))).toBe("forbidden");
    expect(await refused(withdrawMessage(me(), { id }))).toBe("done");
    expect(await refused(editMessage(me(), { id, text }))).toBe("message_withdrawn");
    await removeMember(as(world.owner), { groupId, userId: world.pilgrim.userId });
    expect(await refused(withdrawMessage(me(), { id }))).toBe("message_not_found");
  });

  it("takes its number under the lock: edits of fifty hands on two nodes leave no gap, and one wording stands", async () => {
    const { id } = await say(me(), groupId, "0");
    const hands = [me(), elsewhere(world.house, world.pilgrim, groupId)];
    const done = await Promise.all(upTo(50).map((n) => editMessage(hands[n % 2]!, { id, text: `${n}` })));
    expect(done.map(({ rev }) => rev).sort((a, b) => a - b)).toEqual(upTo(51).slice(1));
    const [now] = await whole(me(), groupId);
    expect(now).toEqual(done.find(({ rev }) => rev === 51));
    expect((await listOriginals(leader(), { id })).data).toHaveLength(50);
  });
});

describe("[R66] reading", () => {
  it("moves forward only, never past the last message, whichever device was faster", async () => {
    for (const n of upTo(10)) await say(other(), groupId, `${n}`);
    await say(me(), groupId, "mine");
    const devices = [me(), elsewhere(world.house, world.pilgrim, groupId)];
    expect(await readChat(me(), { groupId })).toMatchObject({ readSeq: 0, unread: 10 });
    const { call, signals } = overheard(me());
    expect(await markRead(call, { groupId, seq: 4 })).toEqual({ seq: 4, unread: 6 });
    expect(await markRead(call, { groupId, seq: 2 })).toEqual({ seq: 4, unread: 6 });
    expect(signals.map(({ payload }) => payload)).toEqual([{ groupId, userId: world.pilgrim.userId, seq: 4 }]);
    const jumps = Array.from({ length: 50 }, (_, i) => markRead(devices[i % 2]!, { groupId, seq: (i * 7) % 10 }));
    await Promise.all(jumps);
    for (const device of devices) expect(await readChat(device, { groupId })).toMatchObject({ readSeq: 9, unread: 1 });
    expect(await markRead(me(), { groupId, seq: 1_000_000 })).toEqual({ seq: 11, unread: 0 });
    await say(other(), groupId, "new");
    expect(await readChat(me(), { groupId })).toMatchObject({ readSeq: 11, unread: 1 });
  });

  it("shows who is in it, with the picture they gave themselves", async () => {
    await setAvatar(as(world.otherPilgrim), { file: await slip() });
    const { members } = await readChat(me(), { groupId });
    const faces = Object.fromEntries(members.map(({ userId, avatar }) => [userId, avatar]));
    const { userId } = world.otherPilgrim;
    expect(faces[userId]).toMatch(new RegExp(`^/api/v1/users/${userId}/avatar\\?v=`));
    expect(faces[world.pilgrim.userId]).toBeNull();
  });

  it("counts neither one's own nor withdrawn messages, and never below nothing", async () => {
    const sent = [];
    for (const n of upTo(5)) sent.push(await say(other(), groupId, `${n}`));
    await markRead(me(), { groupId, seq: 2 });
    for (const { id } of sent.slice(0, 4)) await withdrawMessage(other(), { id });
    expect(await readChat(me(), { groupId })).toMatchObject({ unread: 1 });
    await withdrawMessage(other(), { id: sent[4]!.id });
    expect(await readChat(me(), { groupId })).toMatchObject({ unread: 0 });
    expect(await listChats(me(), {})).toMatchObject({
      data: expect.arrayContaining([expect.objectContaining({ groupId, unread: 0 })]),
    });
    expect(await readChat(other(), { groupId })).toMatchObject({ unread: 0 });
  });

  it("tells who has read and who has not; whoever came later is asked for nothing of before", async () => {
    const { id } = await say(me(), groupId, "Kumpul di lobi");
    const later = new Date(NOON.getTime() + 60_000);
    const { userId } = world.otherLeader;
    await addMember(as(world.owner, {}, later), { groupId, userId, role: "pilgrim" });
    await markRead(other(), { groupId, seq: 1 });
    expect(await listReaders(me(), { groupId, id })).toEqual({
      read: [{ userId: world.otherPilgrim.userId, personName: "Hendra Pilgrim" }],
      unread: [{ userId: world.leader.userId, personName: "Lukman Leader" }],
    });
    expect(await readChat(of(world.otherLeader, groupId), { groupId })).toMatchObject({ unread: 0, lastSeq: 1 });
    const again = await say(of(world.pilgrim, groupId, later), groupId, "Bus datang");
    expect((await listReaders(me(), { groupId, id: again.id })).unread.map(({ personName }) => personName)).toEqual([
      ...["Hendra Pilgrim", "Lukman Leader", "Omar Leader"],
    ]);
  });

  it("typing is heard at once and kept nowhere, and only of who may write", async () => {
    const { call, signals } = overheard(me());
    await typing(call, { groupId });
    expect(signals).toMatchObject([{ name: "typing", payload: { groupId, personName: "Siti Pilgrim" } }]);
    await updateChat(leader(), { groupId, leadersOnly: true });
    expect(await refused(typing(me(), { groupId }))).toBe("forbidden");
    expect(await refused(typing(as(world.owner), { groupId }))).toBe("forbidden");
  });
});

describe("[R69] pages of the history", () => {
  it("neither skip nor repeat while new messages arrive, from the newest back and from the oldest on", async () => {
    const sent = [];
    for (const n of upTo(25)) sent.push(await say(me(), groupId, `${n}`));
    const seen: number[] = [];
    for (let before: number | undefined; ; ) {
      const page = await listMessages(other(), { groupId, before, limit: 4 });
      seen.push(...page.data.map(({ seq }) => seq));
      await Promise.all([say(me(), groupId, "meanwhile"), withdrawMessage(me(), { id: sent.pop()!.id })]);
      if (page.nextCursor === null) break;
      before = Number(page.nextCursor);
    }
    expect(seen).toEqual(upTo(25).reverse());
    const all = await whole(other(), groupId);
    expect(all.map(({ seq }) => seq)).toEqual(upTo(all.length));
    const beyond = await listMessages(other(), { groupId, after: all.length });
    expect(beyond).toMatchObject({ data: [], nextCursor: null, lastSeq: all.length });
    expect(await refused(listMessages(other(), { groupId, after: 1, before: 3 }))).toBe("validation");
  });

  it("find words, literally, newest first, and nothing that was withdrawn", async () => {
    const hidden = await say(me(), groupId, "Hotel 100% penuh");
    await say(me(), groupId, "HOTEL 100% kosong");
    await say(me(), groupId, "hotel 1000");
    await withdrawMessage(me(), { id: hidden.id });
    const { data } = await listMessages(other(), { groupId, q: "hotel 100%" });
    expect(data.map(({ text }) => text)).toEqual(["HOTEL 100% kosong"]);
  });
});

describe("the office", () => {
  it("reads a chat only for an hour, after it said why, and cannot write", async () => {
    const { id } = await say(me(), groupId, "Saya di lobi");
    const owner = () => as(world.owner);
    expect(await refused(listMessages(owner(), { groupId }))).toBe("look_needed");
    expect(await refused(readChat(as(world.manager), { groupId }))).toBe("group_not_found");
    expect(await refused(openLook(as(world.viewer), { groupId, reason: "curious" }))).toBe("forbidden");
    const { endsAt } = await openLook(owner(), { groupId, reason: "Keluhan bus" });
    expect(endsAt).toBe(new Date(NOON.getTime() + 3_600_000).toISOString());
    expect((await listMessages(owner(), { groupId })).data).toHaveLength(1);
    expect((await listOriginals(owner(), { id })).data).toEqual([]);
    expect(await refused(say(owner(), groupId, "?"))).toBe("forbidden");
    expect(await refused(listMessages(as(world.admin), { groupId }))).toBe("look_needed");
    const later = as(world.owner, {}, new Date(NOON.getTime() + 3_600_001));
    expect(await refused(listMessages(later, { groupId }))).toBe("look_needed");
  });
});

describe("a chat somebody silenced", () => {
  it("says so to them alone, goes on counting, and is heard again when they say so", async () => {
    await say(other(), groupId, "Bus 4");
    for (const _ of [1, 2]) expect(await muteChat(me(), { groupId, muted: true })).toEqual({ muted: true });
    const mine = async (call = me()) => (await listChats(call, {})).data.find((one) => one.groupId === groupId);
    expect(await mine()).toMatchObject({ muted: true, unread: 1 });
    expect(await readChat(me(), { groupId })).toMatchObject({ muted: true, unread: 1 });
    expect(await mine(leader())).toMatchObject({ muted: false, unread: 1 });
    // An agency that is paused keeps nobody from having quiet.
    await muteChat({ ...me(), readOnly: true }, { groupId, muted: false });
    expect(await mine()).toMatchObject({ muted: false, unread: 1 });
    expect(await refused(muteChat(as(world.owner), { groupId, muted: true }))).toBe("forbidden");
    expect(await refused(muteChat(as(world.rivalOwner), { groupId, muted: true }))).toBe("group_not_found");
  });
});
