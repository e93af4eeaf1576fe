import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTwoNodes } from "../support/two-nodes";
import type { Somebody } from "../support/world";
import { crowd, fill, openTrip, stored } from "../tracking/trip";
import { aroundNow, fixAgo, soon } from "./scene";

const PHONES = 8;
const BATCH = 5;
/** So many batches are answered before the node is killed: every phone is then in the middle of another. */
const ENOUGH = 40;

let nodes: Awaited<ReturnType<typeof openTwoNodes>>;
let people: Somebody[];
let groupId: string;
const sockets: Socket[] = [];
beforeAll(async () => {
  nodes = await openTwoNodes();
  const { house, owner, leader, agency } = nodes.world;
  people = await crowd(house, agency.id, PHONES);
  groupId = await openTrip(house, { owner, members: [{ who: leader, role: "leader" }] }, aroundNow());
  await fill(house, agency.id, groupId, people);
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await nodes.close();
});

type Fix = ReturnType<typeof fixAgo>;
/** What a phone brings along: of the `n`th batch, a step north every second. */
const walk = (n: number): Fix[] =>
  Array.from({ length: BATCH }, (_, i) => fixAgo(3_000 - n * BATCH - i, n * BATCH + i));

/** Sends one batch after the other through the node that dies; `answered` after each receipt. */
async function talk(token: string, answered: () => void) {
  const socket = io(nodes.thereUrl, { auth: { token }, transports: ["websocket"], reconnection: false });
  sockets.push(socket);
  const acknowledged: Fix[][] = [];
  for (let n = 0; ; n += 1) {
    const batch = walk(n);
    const receipt = await socket
      .timeout(10_000)
      .emitWithAck("position:send", { positions: batch })
      .catch(() => null);
    if (!receipt) return { acknowledged, unanswered: batch, next: walk(n + 1) };
    expect(receipt).toEqual({ ok: true, accepted: batch.map(({ id }) => id), rejected: [] });
    acknowledged.push(batch);
    answered();
  }
}

it("[R62] [R53] a node killed while phones send through it: each point it acknowledged is kept, the other takes what it left unanswered, and none is kept twice", async () => {
  const { world, here, kill } = nodes;
  const leader = await here.connect(world.leader);
  expect(await leader.ask("group:watch", { groupId })).toMatchObject({ ok: true });
  let receipts = 0;
  const phones = await Promise.all(
    people.map(async (who) =>
      talk(await here.signIn(who), () => {
        receipts += 1;
        if (receipts === ENOUGH) kill();
      }),
    ),
  );
  expect(phones.flatMap(({ acknowledged }) => acknowledged).length).toBeGreaterThanOrEqual(ENOUGH);

  for (const [i, { acknowledged, unanswered, next }] of phones.entries()) {
    const known = (await stored(world.house, people[i]!)).map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining(acknowledged.flat().map(({ id }) => id)));
    const again = await here.connect(people[i]!);
    for (const batch of [acknowledged.at(-1) ?? [], unanswered, next].filter(({ length }) => length > 0)) {
      expect(await again.ask("position:send", { positions: batch })).toMatchObject({ ok: true, rejected: [] });
    }
    const sent = [...acknowledged.flat(), ...unanswered, ...next].map(({ id }) => id);
    expect((await stored(world.house, people[i]!)).map(({ id }) => id)).toEqual(sent);
  }
  // Whoever looks from the other node saw them walk through both.
  for (const [i, { next }] of phones.entries()) {
    const heard = () => leader.heardOf(people[i]!.userId).flatMap(({ position }) => position?.at ?? []);
    await expect.poll(() => heard().at(-1), soon).toBe(next.at(-1)!.at);
  }
});
