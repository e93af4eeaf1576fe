import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { identify } from "@/server/doors/session";
import { signIn } from "../house/visitors";
import { newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld(2);
});
afterAll(() => world.close());

it("a store that gives no answer is asked again after some seconds, not by everybody: each call would wait for it twice", async () => {
  const kv = world.house.ports.kv;
  const [get, set] = [vi.spyOn(kv, "get"), vi.spyOn(kv, "set")];
  for (const one of [get, set]) one.mockRejectedValue(new Error("The KV gives no answer."));
  const token = await signIn(world.house, world.pilgrim);
  const headers = new Headers({ host: "localhost:3000", authorization: `Bearer ${token}` });
  const asked = () => get.mock.calls.length + set.mock.calls.length;
  const come = async () => expect((await identify(headers, "http")).actor).toMatchObject({ kind: "person" });
  for (let i = 0; i < 10; i += 1) await come();
  expect(asked()).toBe(1);

  vi.useFakeTimers({ now: Date.now() + 6_000, toFake: ["Date"] });
  get.mockResolvedValue(null);
  set.mockResolvedValue();
  await come();
  expect(set.mock.calls.map(([key]) => key)).toContainEqual(expect.stringMatching(/^session:/));
  vi.useRealTimers();
});
