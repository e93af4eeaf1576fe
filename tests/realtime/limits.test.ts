import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { Answer, Listener } from "../support/live";
import { fixAgo, onTrip, soon } from "./scene";

const scene = onTrip();

/** So many at once, fifty at a time: an honest client waits for its answers. */
async function ask(who: Listener, times: number, event: string, payload: unknown): Promise<Answer[]> {
  const answers: Answer[] = [];
  while (answers.length < times) {
    const part = Array.from({ length: Math.min(50, times - answers.length) }, () => who.ask(event, payload));
    answers.push(...(await Promise.all(part)));
  }
  return answers;
}
const taken = (answers: Answer[]) => answers.filter(({ ok }) => ok).length;
const tooMany = { ok: false, error: "rate_limited", details: { retryAfter: expect.any(Number) } };

describe("[R86] a session that says too much", () => {
  it("is told when to go on after 300 events a minute, on whichever socket and under whatever name", async () => {
    const { live, world } = scene;
    const token = await live.signIn(world.pilgrim);
    const [one, other] = [await live.open({ token }), await live.open({ token })];
    expect(taken(await ask(one, 200, "group:leave", {}))).toBe(200);
    const rest = await ask(other, 120, "group:leave", {});
    expect(taken(rest)).toBe(100);
    expect(rest.at(-1)).toMatchObject(tooMany);
    expect(await one.ask("no:such", {})).toMatchObject(tooMany);
    expect(await one.ask("position:send", { positions: [fixAgo(1)] })).toMatchObject({ ok: true });
    const neighbour = await live.connect(world.otherPilgrim);
    expect(await neighbour.ask("group:leave", {})).toEqual({ ok: true });
  });

  it("may send positions 120 times a minute, however many each call brings", async () => {
    const phone = await scene.live.connect(scene.world.pilgrim);
    const many = Array.from({ length: 500 }, (_, i) => fixAgo(600 - i, i));
    expect(await phone.ask("position:send", { positions: many })).toMatchObject({ ok: true });
    const answers = await ask(phone, 130, "position:send", { positions: [fixAgo(1)] });
    expect(taken(answers)).toBe(119);
    const { details } = answers.at(-1) as { details?: { retryAfter: number } };
    expect(answers.at(-1)).toMatchObject(tooMany);
    expect(details?.retryAfter).toBeGreaterThan(0);
    expect(details?.retryAfter).toBeLessThanOrEqual(63);
    expect(await phone.ask("group:leave", {})).toEqual({ ok: true });
  });
});

describe("[R86] hand-shakes of nobody", () => {
  it("are counted by address, and keep no pilgrim of the same hotel out", async () => {
    const { live, world } = scene;
    const knock = () => live.open({ token: "forged" }).catch((error: { data: unknown }) => error.data);
    const answers: unknown[] = [];
    for (let i = 0; i < 105; i += 1) answers.push(await knock());
    expect(answers.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => ({ error: "unauthenticated" })));
    for (const answer of answers.slice(100))
      expect(answer).toMatchObject({ error: "rate_limited", details: tooMany.details });
    const pilgrim = await live.connect(world.pilgrim);
    expect(await pilgrim.ask("group:leave", {})).toEqual({ ok: true });
  });
});

describe("[R86] a session that opens too many sockets", () => {
  it("has a hundred at once and is told to wait for more, also when all of them knock together; others come in", async () => {
    const { live, world } = scene;
    const token = await live.signIn(world.pilgrim);
    const knocks = await Promise.allSettled(Array.from({ length: 120 }, () => live.open({ token })));
    const open = knocks.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const refused = knocks.flatMap((one) => (one.status === "rejected" ? [one.reason.data] : []));
    expect(open).toHaveLength(100);
    expect(refused).toEqual(Array(20).fill({ error: "rate_limited", details: tooMany.details }));
    expect((await live.connect(world.otherPilgrim)).ended()).toBeNull();

    open[0]?.socket.disconnect();
    const again = () =>
      live.open({ token }).then(
        ({ ended }) => ended(),
        ({ data }) => data.error,
      );
    await expect.poll(again, soon).toBeNull();
    expect(await again()).toBe("rate_limited");
  });
});

describe("[R86] a session that says more and more", () => {
  it("is hung up on once it was told a thousand times to wait, and a neighbour is answered all the while", async () => {
    const { live, world } = scene;
    const [loud, neighbour] = [await live.connect(world.pilgrim), await live.connect(world.otherPilgrim)];
    expect(taken(await ask(loud, 1_300, "group:leave", {}))).toBe(300);
    expect(loud.ended()).toBeNull();
    loud.socket.emit("group:leave", {});
    await expect.poll(loud.ended, soon).toBe("io server disconnect");
    expect(await neighbour.ask("group:leave", {})).toEqual({ ok: true });
  });

  it("opens three hundred sockets a minute one after the other, and is told to wait for more; others come in", async () => {
    const { live, world } = scene;
    const token = await live.signIn(world.pilgrim);
    const knock = () =>
      live.open({ token }).then(
        ({ socket }) => void socket.disconnect(),
        ({ data }) => data,
      );
    const answers: unknown[] = [];
    while (answers.length < 310) answers.push(...(await Promise.all(Array.from({ length: 10 }, knock))));
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(300);
    expect(answers.at(-1)).toMatchObject({ error: "rate_limited", details: tooMany.details });
    expect((await live.connect(world.otherPilgrim)).ended()).toBeNull();
  });
});

describe("[R86] a connection that is nobody's", () => {
  const socketUrl = () => `${scene.live.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`;
  const connections = () => scene.live.gateway.io.engine.clientsCount;
  /** A client that speaks to nobody until it is told to. */
  async function knock() {
    const raw = new WebSocket(socketUrl());
    const heard: string[] = [];
    raw.on("message", (message) => heard.push(String(message)));
    await expect.poll(() => heard.length, soon).toBeGreaterThan(0);
    return { raw, heard };
  }

  it("gives way, the longest silent first, where a thousand of one address are silent; who says their name comes in", async () => {
    const { live, world } = scene;
    const pilgrim = await live.connect(world.pilgrim);
    const before = connections();
    const first = await knock();
    const polling = `${live.url}/socket.io/?EIO=4&transport=polling`;
    for (let i = 0; i < 1_100; i += 50)
      await Promise.all(Array.from({ length: 50 }, () => fetch(polling).then((answer) => answer.text())));
    expect(connections()).toBe(before + 1_000);
    await expect.poll(() => first.raw.readyState, soon).toBe(WebSocket.CLOSED);
    expect((await live.connect(world.otherPilgrim)).ended()).toBeNull();
    expect(await pilgrim.ask("group:leave", {})).toEqual({ ok: true });
  });

  it("ends with the socket that had it, and holds no place of its session", async () => {
    const { raw, heard } = await knock();
    raw.send(`40${JSON.stringify({ token: await scene.live.signIn(scene.world.pilgrim) })}`);
    await expect.poll(() => heard.length, soon).toBe(2);
    raw.send("41");
    await expect.poll(() => raw.readyState, soon).toBe(WebSocket.CLOSED);
  });
});
