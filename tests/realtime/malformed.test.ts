import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { newId } from "@/lib/kernel/ids";
import { stored } from "../tracking/trip";
import { fixAgo, onTrip, soon } from "./scene";

const scene = onTrip();
const long = "é".repeat(10_000);
const nasty = [
  "\u0000",
  "'; drop table positions; --",
  "<script>alert(1)</script>",
  "مرحبا \u202e",
  "🕋".repeat(50),
  long,
];

const payloads: [string, unknown][] = [
  ["nothing", undefined],
  ["null", null],
  ["a number", 7],
  ["a text", "positions"],
  ["a list", [1, 2]],
  ["an empty object", {}],
  ["an unknown field", { positions: [fixAgo(1)], agencyId: newId() }],
  ["positions that are no list", { positions: "all" }],
  ["no positions", { positions: [] }],
  ["501 positions", { positions: Array.from({ length: 501 }, () => fixAgo(1)) }],
  ["bytes", Buffer.from("positions")],
  ["a deep object", JSON.parse(`${'{"a":'.repeat(500)}1${"}".repeat(500)}`)],
  ...nasty.map((text): [string, unknown] => [`text ${JSON.stringify(text.slice(0, 24))}`, { groupId: text }]),
];

describe("a message that is not as it should be", () => {
  it.each(payloads)("is refused with a code and changes nothing: %s", async (_what, payload) => {
    const phone = await scene.live.connect(scene.world.pilgrim);
    const answers = await Promise.all([phone.ask("position:send", payload), phone.ask("group:watch", payload)]);
    for (const answer of answers) {
      expect(answer.ok).toBe(false);
      expect(["validation", "malformed", "group_not_found"]).toContain(answer.error);
      expect(answer.message).toEqual(expect.any(String));
    }
    await phone.settle();
    expect([phone.ended(), phone.events]).toEqual([null, []]);
    expect(await stored(scene.house, scene.world.pilgrim)).toEqual([]);
  });

  it("refuses one position without harming the rest", async () => {
    const phone = await scene.live.connect(scene.world.pilgrim);
    const good = fixAgo(5);
    const bad = [null, 7, {}, { ...fixAgo(1), id: "x" }, { ...fixAgo(1), lat: "1" }, { ...fixAgo(1), note: long }];
    const answer = await phone.ask("position:send", { positions: [...bad, good] });
    expect(answer).toMatchObject({ ok: true, accepted: [good.id] });
    expect(answer.rejected).toHaveLength(bad.length);
    expect(await stored(scene.house, scene.world.pilgrim)).toHaveLength(1);
  });

  it("cannot end the process by what it puts in place of an acknowledgement", async () => {
    const phone = await scene.live.connect(scene.world.pilgrim);
    for (const event of ["position:send", "group:watch", "group:leave", "no:such", "settle"]) {
      for (const ack of [5, "ack", null, {}, undefined]) phone.socket.emit(event, { groupId: scene.groupId }, ack);
      phone.socket.emit(event);
      expect(await phone.ask(event)).toMatchObject({ ok: event === "group:leave" });
    }
    expect(await phone.ask("position:send", { positions: [fixAgo(1)] })).toMatchObject({ ok: true });
  });

  it("is refused under a name that does not exist, instead of leaving the client waiting", async () => {
    const phone = await scene.live.connect(scene.world.pilgrim);
    for (const event of ["groups:delete", "position:batch", "__proto__", "constructor"]) {
      expect(await phone.ask(event, {})).toMatchObject({ ok: false, error: "not_found" });
    }
  });

  it("is cut off when it is larger than any of ours, and harms nobody else", async () => {
    const [loud, phone] = [await scene.live.connect(scene.world.pilgrim), await scene.live.connect(scene.world.leader)];
    loud.socket.emit("position:send", { positions: ["x".repeat(400_000)] });
    await expect.poll(loud.ended, soon).not.toBeNull();
    expect(await phone.ask("group:watch", { groupId: scene.groupId })).toMatchObject({ ok: true });
  });

  it("is cut off when it announces pieces that are kept until the last has come", async () => {
    const raw = new WebSocket(`${scene.live.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
    const heard: string[] = [];
    raw.on("message", (message) => heard.push(String(message)));
    await expect.poll(() => heard.length, soon).toBe(1);
    raw.send(`452-["position:send",{"_placeholder":true,"num":0}]`);
    raw.send(Buffer.alloc(250_000));
    await expect.poll(() => raw.readyState, soon).toBe(WebSocket.CLOSED);
  });

  it("is told to wait when a client never reads its answers", async () => {
    const phone = await scene.live.connect(scene.world.leader);
    const flood = Array.from({ length: 400 }, () => phone.ask("group:watch", { groupId: scene.groupId }));
    const errors = (await Promise.all(flood)).flatMap(({ error }) => error ?? []);
    expect(new Set(errors)).toEqual(new Set(["rate_limited"]));
    expect(await phone.ask("group:watch", { groupId: scene.groupId })).toMatchObject({ ok: true });
  });

  it.each([
    ["no packet", "hello"],
    ["an unknown packet type", "49[]"],
    ["broken JSON", '42["position:send",{'],
    ["no event name", "42[]"],
    ["a reserved name", '42["disconnect",{}]'],
    ["an attachment that never comes", '451-["position:send",{"_placeholder":true,"num":0}]'],
    ["a foreign namespace", "40/admin,"],
  ])("does not get far as a raw frame: %s", async (_what, frame) => {
    const token = await scene.live.signIn(scene.world.pilgrim);
    const raw = new WebSocket(`${scene.live.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
    const heard: string[] = [];
    raw.on("message", (message) => heard.push(String(message)));
    await expect.poll(() => heard.length, soon).toBe(1);
    raw.send(`40${JSON.stringify({ token })}`);
    await expect.poll(() => heard.length, soon).toBe(2);
    raw.send(frame);
    raw.send('421["settle"]');
    await expect.poll(() => heard.length > 2 || raw.readyState === WebSocket.CLOSED, soon).toBe(true);
    raw.terminate();
    const phone = await scene.live.connect(scene.world.pilgrim);
    expect(await phone.ask("position:send", { positions: [fixAgo(1)] })).toMatchObject({ ok: true });
  });
});
