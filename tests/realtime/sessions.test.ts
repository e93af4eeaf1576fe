import { describe, expect, it } from "vitest";
import type { SignedIn } from "@/lib/identity/contract";
import { newId } from "@/lib/kernel/ids";
import { fill } from "../tracking/trip";
import { fixAgo, onTrip, soon } from "./scene";

const scene = onTrip();
const PASSWORD = "a long walk to Makkah";

async function post(path: string, body: object, token?: string) {
  const headers = {
    "content-type": "application/json",
    "x-agency": scene.world.agency.slug,
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const url = `${scene.live.url}/api/v1/auth/${path}`;
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  expect(response.status).toBeLessThan(300);
  return (response.status === 204 ? {} : await response.json()) as SignedIn;
}

/** A pilgrim who registered over REST, and the way to log in once more. */
async function newcomer() {
  const username = `siti-${newId().slice(-8)}`;
  const first = await post("register", { name: "Siti Aminah", username, password: PASSWORD });
  const logIn = () => post("login", { identifier: username, password: PASSWORD });
  return { first, logIn, userId: first.user.id };
}

describe("[R85] the socket of a session that is over", () => {
  it("is told that another device took over, and is closed; the new one lives", async () => {
    const { first, logIn } = await newcomer();
    const old = await scene.live.open({ token: first.accessToken });
    const second = await logIn();
    await expect.poll(old.ended, soon).toBe("io server disconnect");
    expect(old.events).toEqual(["session:replaced"]);

    const fresh = await scene.live.open({ token: second.accessToken });
    await fresh.settle();
    expect([fresh.ended(), fresh.events]).toEqual([null, []]);
    await expect(scene.live.open({ token: first.accessToken })).rejects.toMatchObject({
      data: { error: "session_replaced" },
    });
  });

  it("is closed by a log-out, without a word about another device", async () => {
    const { first } = await newcomer();
    const socket = await scene.live.open({ token: first.accessToken });
    await post("logout", {}, first.accessToken);
    await expect.poll(socket.ended, soon).toBe("io server disconnect");
    expect(socket.events).toEqual([]);
  });

  it("takes no further position", async () => {
    const { first, logIn, userId } = await newcomer();
    const { house, world, groupId, live } = scene;
    await fill(house, world.agency.id, groupId, [{ ...world.pilgrim, userId }]);
    const old = await live.open({ token: first.accessToken });
    expect(await old.ask("position:send", { positions: [fixAgo(20)] })).toMatchObject({ ok: true });
    await logIn();
    await expect.poll(old.ended, soon).not.toBeNull();
    old.socket.connect();
    await expect(old.socket.timeout(500).emitWithAck("position:send", { positions: [fixAgo(10)] })).rejects.toThrow();
  });

  it("cannot be opened beside the take-over: of many at once none stays open", async () => {
    const { first, logIn } = await newcomer();
    const opening = Promise.allSettled(Array.from({ length: 20 }, () => scene.live.open({ token: first.accessToken })));
    await logIn();
    const opened = (await opening).flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    await expect.poll(() => opened.filter((one) => one.ended() === null).length, soon).toBe(0);
  });
});
