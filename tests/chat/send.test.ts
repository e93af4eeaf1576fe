import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { updateChat } from "@/lib/chat/commands/lead";
import { markRead } from "@/lib/chat/commands/reading";
import { sendMessage } from "@/lib/chat/commands/send-message";
import { readChat } from "@/lib/chat/queries";
import { removeMember } from "@/lib/groups/commands/members";
import type { Call } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { crowd, openGroup, put } from "../groups/support";
import { questionsOf } from "../kernel/support";
import { as, newWorld, type Somebody, type World } from "../support/world";
import { fill } from "../tracking/trip";
import { elsewhere, leads, of, openTalk, overheard, say, whole } from "./support";

let world: World;
let groupId: string;
let people: Somebody[];
beforeAll(async () => {
  world = await newWorld(50);
  people = await crowd(world, 50);
});
beforeEach(async () => {
  groupId = await openTalk(world);
});
afterAll(() => world.close());

/** A call that goes alone, in a transaction of its own, as one with an Idempotency-Key does. */
const alone = (call: Call): Call => ({
  ...call,
  once: { key: newId(), bodyHash: "x", encode: (result) => result },
});
/** At this process with others, at this process alone, and at another one. */
const ways = [
  (who: Somebody) => of(who, groupId),
  (who: Somebody) => alone(of(who, groupId)),
  (who: Somebody) => elsewhere(world.house, who, groupId),
];
const numbersOf = (list: { seq: number }[]) => list.map(({ seq }) => seq);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe("[R63] fifty people who speak at once", () => {
  it("are numbered without gaps and read in one order by all, on two nodes and alone and together", async () => {
    await fill(world.house, world.agency.id, groupId, people);
    const said = await Promise.all(
      people.flatMap((who, i) => ["a", "b"].map((text) => say(ways[i % 3]!(who), groupId, text))),
    );
    expect(numbersOf(said).sort((a, b) => a - b)).toEqual(upTo(100));
    const read = await whole(of(world.pilgrim, groupId), groupId);
    expect(numbersOf(read)).toEqual(upTo(100));
    expect(await whole(leads(world.leader, groupId), groupId)).toEqual(read);
    expect(new Map(read.map((one) => [one.clientId, one.seq]))).toEqual(
      new Map(said.map((one) => [one.clientId, one.seq])),
    );
    expect(read.every(({ seq, rev }) => seq === rev)).toBe(true);
  });

  it("are heard in that order too, only after the commit, by this group alone", async () => {
    const { call, told } = overheard(of(world.pilgrim, groupId));
    const sent = await Promise.all(upTo(20).map((n) => say(call, groupId, `${n}`)));
    expect(told.map(({ payload }) => (payload as { message: unknown }).message)).toEqual(sent);
    expect(new Set(told.flatMap(({ audiences }) => audiences))).toEqual(
      new Set([`agency:${world.agency.id}:group:${groupId}`]),
    );
  });

  it("share commits across the groups of an agency, each group with numbers of its own", async () => {
    const other = await openGroup(world);
    await put(world, other.id, world.pilgrim);
    const count = { commits: 0 };
    const plain = of(world.pilgrim, groupId);
    const transact: Call["transact"] = (...args) => {
      count.commits += 1;
      return plain.transact(...args);
    };
    const call: Call = { ...plain, transact };
    const said = await Promise.all(upTo(10).map((n) => say(call, n % 2 ? groupId : other.id, `${n}`)));
    expect(count.commits).toBe(1);
    expect(numbersOf(said)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });
});

describe("a rush of words", () => {
  it("asks PostgreSQL as much for fifty who speak as for one, in one group or in two, and as much for fifty who read", async () => {
    const other = await openTalk(world);
    for (const id of [groupId, other]) {
      await fill(world.house, world.agency.id, id, people);
      await say(of(world.pilgrim, id), id, "first");
    }
    const calls = people.map((who) => of(who, groupId));
    const somewhere = (i: number) => (i % 2 ? groupId : other);
    const speak = (call: Call, i: number) => say(call, somewhere(i), "labbaik");
    const read = (call: Call, i: number) => markRead(call, { groupId: somewhere(i), seq: 20 });
    for (const use of [speak, read]) {
      const one = await questionsOf(calls.slice(0, 1), use);
      expect(await questionsOf(calls, use)).toEqual(one);
      expect(one).toHaveLength(1);
    }
  });
});

it("whoever answers a long message is heard, also where its quote ends in the middle of an emoji, and so is who speaks with them", async () => {
  const long = await say(of(world.pilgrim, groupId), groupId, `${"x".repeat(159)}😀 dan seterusnya`);
  const reply = (call: Call) => say(call, groupId, "Baik", { replyTo: long.id });
  const said = await Promise.all([
    reply(of(world.pilgrim, groupId)),
    say(of(world.otherPilgrim, groupId), groupId, "Saya juga"),
    reply(alone(of(world.pilgrim, groupId))),
  ]);
  expect(said.map(({ replyTo }) => replyTo?.text)).toEqual(["x".repeat(159), undefined, "x".repeat(159)]);
});

describe("[R64] the same client id", () => {
  it("is one message: fifty times at once, an hour later, after a restart, on another node", async () => {
    const [clientId, who] = [newId(), world.pilgrim];
    const said = await Promise.all(
      Array.from({ length: 50 }, (_, i) => say(ways[i % 3]!(who), groupId, "Saya di lobi", { clientId })),
    );
    expect(new Set(said.map(({ id }) => id)).size).toBe(1);
    const later = of(who, groupId, new Date(Date.now() + 3_600_000));
    expect(await say(later, groupId, "something else by now", { clientId })).toEqual(said[0]);
    // A process that begins anew remembers nothing.
    expect(await say(elsewhere(world.house, who, groupId), groupId, "Saya di lobi", { clientId })).toEqual(said[0]);
    expect(await whole(of(who, groupId), groupId)).toEqual([said[0]]);
  });

  it("of somebody else is refused, and tells nothing twice", async () => {
    const { call, told } = overheard(of(world.pilgrim, groupId));
    const { clientId } = await say(call, groupId, "Assalamu'alaikum");
    await say(call, groupId, "Assalamu'alaikum", { clientId });
    expect(told).toHaveLength(1);
    await expect(say(of(world.otherPilgrim, groupId), groupId, "Wa'alaikumsalam", { clientId })).rejects.toMatchObject({
      code: "client_id_taken",
    });
  });
});

describe("[R67] writing is refused at the server", () => {
  const refused = (promise: Promise<unknown>) =>
    promise.then(
      () => "done",
      (error) => error.code,
    );

  it("to whoever never was in the group, left or was removed, whatever their session remembers", async () => {
    await say(of(world.pilgrim, groupId), groupId, "Halo");
    const outsiders = [as(world.owner), as(world.manager), of(world.otherLeader, groupId), as(world.rivalOwner)];
    expect(await Promise.all(outsiders.map((call) => refused(say(call, groupId, "?"))))).toEqual([
      ...["forbidden", "group_not_found", "forbidden", "group_not_found"],
    ]);
    await removeMember(as(world.owner), { groupId, userId: world.otherPilgrim.userId });
    const gone = of(world.otherPilgrim, groupId);
    expect(await refused(say(gone, groupId, "?"))).toBe("forbidden");
    expect(await refused(readChat(gone, { groupId }))).toBe("forbidden");
    expect(await whole(of(world.pilgrim, groupId), groupId)).toHaveLength(1);
  });

  it("to pilgrims while only leaders write; the chat itself says who closed it, and reading goes on", async () => {
    const [pilgrim, leader] = [of(world.pilgrim, groupId), leads(world.leader, groupId)];
    await updateChat(leader, { groupId, leadersOnly: true });
    const race = await Promise.all([
      ...upTo(10).map((n) => refused(say(pilgrim, groupId, `${n}`))),
      refused(say(leader, groupId, "Bus 4 berangkat 09:00")),
    ]);
    expect(race).toEqual([...Array(10).fill("chat_leaders_only"), "done"]);
    expect(await readChat(pilgrim, { groupId })).toMatchObject({ mayWrite: false, leadersOnly: true, unread: 2 });
    expect(await refused(updateChat(pilgrim, { groupId, leadersOnly: false }))).toBe("forbidden");
    await updateChat(leader, { groupId, leadersOnly: false });
    await updateChat(leader, { groupId, leadersOnly: false });
    await say(pilgrim, groupId, "Siap");
    expect((await whole(pilgrim, groupId)).map(({ kind, text, leadersOnly }) => text ?? [kind, leadersOnly])).toEqual([
      ["mode", true],
      "Bus 4 berangkat 09:00",
      ["mode", false],
      "Siap",
    ]);
  });

  it("to the people of a paused agency, unless their trip runs", async () => {
    const past = await openGroup(world, {
      startsAt: new Date(Date.now() - 20 * 86_400_000).toISOString(),
      endsAt: new Date(Date.now() - 10 * 86_400_000).toISOString(),
    });
    await put(world, past.id, world.pilgrim);
    const paused = (id: string) => ({ ...of(world.pilgrim, id), readOnly: true });
    expect(await refused(say(paused(past.id), past.id, "?"))).toBe("agency_read_only");
    expect(await readChat(paused(past.id), { groupId: past.id })).toMatchObject({ mayWrite: false });
    expect(await refused(say(paused(groupId), groupId, "Kami masih di jalan"))).toBe("done");
  });
});

describe("a message", () => {
  it("needs what its kind says, and answers to one of its own group", async () => {
    const call = of(world.pilgrim, groupId);
    const first = await say(call, groupId, "Bus jam berapa?");
    const answer = await say(leads(world.leader, groupId), groupId, "Jam 9", { replyTo: first.id });
    expect(answer.replyTo).toMatchObject({ id: first.id, text: "Bus jam berapa?", senderName: "Siti Pilgrim" });
    expect((await whole(call, groupId))[1]).toEqual(answer);
    const spot = { lat: 21.42, lng: 39.82 };
    const here = await sendMessage(call, { groupId, clientId: newId(), kind: "position", position: spot });
    expect(here).toMatchObject({ position: spot, text: null });
    const other = await openTalk(world);
    await expect(say(of(world.pilgrim, other), other, "?", { replyTo: first.id })).rejects.toMatchObject({
      code: "message_not_found",
    });
    for (const odd of [
      { kind: "text" as const },
      { kind: "text" as const, text: "  \u202e " },
      { kind: "photo" as const, text: "without one" },
      { kind: "position" as const, text: "without one" },
      { kind: "text" as const, text: "x".repeat(4_001) },
      { kind: "text" as const, text: "x", position: spot },
    ]) {
      const sent = sendMessage(call, { groupId, clientId: newId(), ...odd });
      await expect(sent).rejects.toMatchObject({ code: "validation" });
    }
  });

  it("[R70] is kept as it was typed: markup stays text, lines stay, what turns the page around is left out", async () => {
    const call = of(world.pilgrim, groupId);
    const typed = '<img src=x onerror="alert(1)">\n[a](javascript:alert(1)) https://evil.example/\u202etxt.exe\u0000';
    const kept = await say(call, groupId, typed);
    expect(kept.text).toBe('<img src=x onerror="alert(1)">\n[a](javascript:alert(1)) https://evil.example/txt.exe');
    expect((await whole(call, groupId))[0]).toEqual(kept);
  });
});
