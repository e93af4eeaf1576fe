import type { Socket } from "socket.io-client";
import { expect, it } from "vitest";
import { openChannel } from "@/bench/simulate/channels";
import { openDevice } from "@/bench/simulate/member";
import type { Account } from "@/bench/simulate/rest";
import { newId } from "@/lib/kernel/ids";

const fixes = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: newId(),
    at: new Date(i * 1_000).toISOString(),
    lat: 21.4,
    lng: 39.8,
  }));

it("a simulated phone sends what it has by now in one call: it made two of it, and was over the 120 of a minute as its walk ended", async () => {
  const calls: number[] = [];
  const device = openDevice(async (batch) => {
    calls.push(batch.length);
    return { accepted: batch.map(({ id }) => id), rejected: [] };
  });
  await device.report(fixes(20));
  await device.report([]);
  await device.sender.flush();
  await device.report(fixes(3));
  await device.sender.flush();
  expect(calls).toEqual([20, 3]);
  expect(device.sender.read().unsent).toBe(0);
});

it("a simulated phone waits as long as a full minute asks it to: it asked again at once, a thousand times, and was hung up on", async () => {
  const ack = { ok: false, error: "rate_limited", details: { retryAfter: 9 } };
  const socket = { timeout: () => ({ emitWithAck: async () => ack }) } as unknown as Socket;
  const post = openChannel("socket", { account: {} as Account, socket, address: null });
  await expect(post(fixes(1))).rejects.toMatchObject({ code: "rate_limited", retryAfterMs: 9_000 });
});
