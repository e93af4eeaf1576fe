import { describe, expect, it } from "vitest";
import { updateChat } from "@/lib/chat/commands/lead";
import type { Message } from "@/lib/chat/contract";
import { removeMember } from "@/lib/groups/commands/members";
import { newId } from "@/lib/kernel/ids";
import { onTrip, soon } from "../realtime/scene";
import type { Listener } from "../support/live";
import { as, type Somebody } from "../support/world";

const scene = onTrip();
const text = (words: string, clientId = newId()) => ({ groupId: scene.groupId, clientId, kind: "text", text: words });

/** A phone that keeps every chat event it hears, in order. */
async function phoneOf(who: Somebody) {
  const phone = await scene.live.connect(who);
  const heard: { event: string; payload: Record<string, unknown> }[] = [];
  phone.socket.onAny((event: string, payload: Record<string, unknown>) => heard.push({ event, payload }));
  const messages = () => heard.flatMap(({ payload }) => (payload.message ? [payload.message as Message] : []));
  return { ...phone, heard, messages };
}
const send = async (phone: Listener, input: object) => {
  const answer = await phone.ask("message:send", input);
  expect(answer).toMatchObject({ ok: true });
  return answer.message as Message;
};

describe("a chat over sockets", () => {
  it("[R63] reaches everybody of the group in one order, the sender's other device too, and nobody else", async () => {
    const { world } = scene;
    const [leader, mine, other] = await Promise.all([world.leader, world.pilgrim, world.otherPilgrim].map(phoneOf));
    const outsiders = await Promise.all([world.owner, world.otherLeader, world.rivalOwner, world.viewer].map(phoneOf));
    if (!leader || !mine || !other) throw new Error("three phones were asked for");
    const said = await Promise.all(Array.from({ length: 20 }, (_, i) => send(i % 2 ? mine : leader, text(`${i}`))));
    const order = said.toSorted((a, b) => a.seq - b.seq);
    for (const phone of [leader, mine, other]) await expect.poll(() => phone.messages(), soon).toEqual(order);
    for (const outsider of outsiders) {
      await outsider.settle();
      expect(outsider.heard).toEqual([]);
    }
  });

  it("[R64] says the same thing once, however often a phone sends it, and answers each time", async () => {
    const mine = await phoneOf(scene.world.pilgrim);
    const clientId = newId();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(mine, text("Saya di lobi", clientId))));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    await mine.settle();
    expect(mine.messages()).toEqual([answers[0]]);
  });

  it("[R66] tells how far people have read at most twice a second, and who is writing at once", async () => {
    const { world, groupId } = scene;
    const [leader, mine] = await Promise.all([world.leader, world.pilgrim].map(phoneOf));
    if (!leader || !mine) throw new Error("two phones were asked for");
    for (let i = 0; i < 5; i += 1) await send(leader, text(`${i}`));
    const marks = await Promise.all([1, 4, 2, 3].map((seq) => mine.ask("message:read", { groupId, seq })));
    expect(marks.every(({ ok }) => ok)).toBe(true);
    const reads = () => leader.heard.filter(({ event }) => event === "read:moved").map(({ payload }) => payload);
    await expect.poll(reads, soon).toEqual([{ groupId, reads: [{ userId: world.pilgrim.userId, seq: 4 }] }]);
    expect(await mine.ask("typing", { groupId })).toEqual({ ok: true });
    await expect
      .poll(() => leader.heard.at(-1), soon)
      .toEqual({ event: "typing", payload: { groupId, userId: world.pilgrim.userId, personName: "Siti Pilgrim" } });
  });

  it("[R67] hears and takes nothing more of who was removed, or of pilgrims while only leaders write", async () => {
    const { world, groupId, house } = scene;
    const [leader, mine, other] = await Promise.all([world.leader, world.pilgrim, world.otherPilgrim].map(phoneOf));
    if (!leader || !mine || !other) throw new Error("three phones were asked for");
    const now = new Date();
    await removeMember(as(world.owner, {}, now), { groupId, userId: world.otherPilgrim.userId });
    const room = `agency:${world.agency.id}:group:${groupId}`;
    const inside = () => scene.live.gateway.io.sockets.adapter.rooms.get(room)?.has(other.socket.id ?? "");
    await expect.poll(inside, soon).toBe(false);
    await send(mine, text("Halo"));
    await other.settle();
    expect(other.messages()).toEqual([]);
    for (const [event, input] of [
      ["message:send", text("?")],
      ["message:read", { groupId, seq: 1 }],
      ["typing", { groupId }],
    ] as const)
      expect(await other.ask(event, input)).toMatchObject({ ok: false, error: "group_not_found" });
    const call = as(world.leader, { groups: [groupId], leads: [groupId] }, now);
    await updateChat(call, { groupId, leadersOnly: true });
    await expect.poll(() => mine.messages().at(-1), soon).toMatchObject({ kind: "mode", leadersOnly: true });
    expect(await mine.ask("message:send", text("?"))).toMatchObject({ ok: false, error: "chat_leaders_only" });
    expect(house.alone).toBe(true);
  });

  it("[R88] refuses what it does not know, by name, and survives it", async () => {
    const mine = await phoneOf(scene.world.pilgrim);
    const odd = [undefined, null, 7, [], {}, { ...text("x"), kind: "mode" }, { ...text("x"), senderId: newId() }];
    for (const input of odd) {
      expect(await mine.ask("message:send", input)).toMatchObject({ ok: false, error: "validation" });
    }
    expect(await mine.ask("message:send", { ...text("x"), groupId: newId() })).toMatchObject({
      error: "group_not_found",
    });
    await send(mine, text("Masih di sini"));
  });
});
