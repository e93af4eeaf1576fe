import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sessions } from "@/db/schema/identity";
import { positionLooks } from "@/db/schema/tracking";
import { fenced } from "@/db/tx";
import type { SignedIn } from "@/lib/identity/contract";
import { DAY, HOUR } from "@/lib/kernel/clock";
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

describe("[R59] a page drawn for somebody who is no longer the one signed in on this phone", () => {
  it("brings nothing of theirs under the other's name, by socket or by HTTP", async () => {
    const { first, userId } = await newcomer();
    const { live, world, groupId } = scene;
    const token = await live.signIn(world.pilgrim);
    const theirs = { token, person: userId };
    await expect(live.open(theirs)).rejects.toMatchObject({ data: { error: "unauthenticated" } });
    const mine = { token, person: world.pilgrim.userId };
    const own = await live.open(mine);
    expect(own.ended()).toBeNull();

    const say = (person: string) =>
      fetch(`${live.url}/api/v1/groups/${groupId}/messages`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "x-agency": world.agency.slug,
          "x-person": person,
        },
        body: JSON.stringify({ clientId: newId(), kind: "text", text: "I wait at the gate" }),
      });
    expect((await say(first.user.id)).status).toBe(401);
    expect((await say(world.pilgrim.userId)).status).toBe(201);
  });
});

/** Moves the clock, not the timers. A client that asks by such a clock would think its line dead. */
const inTime = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ["Date"] });
afterEach(() => {
  vi.useRealTimers();
});

describe("[R85] the socket of a session whose days are over", () => {
  it("is closed without anybody asking, unless the session was refreshed meanwhile", async () => {
    const { house, live, world } = scene;
    const refreshed = await live.connect(world.otherPilgrim);
    const old = await live.connect(world.pilgrim);
    const expiresAt = new Date(Date.now() + 7 * DAY);
    const { userId } = world.otherPilgrim;
    await fenced(house.database, "qafila_platform", null, false, (tx) =>
      tx.update(sessions).set({ expiresAt }).where(eq(sessions.userId, userId)),
    );
    inTime(DAY + 1);
    await expect.poll(old.ended, soon).toBe("io server disconnect");
    vi.useRealTimers();
    await refreshed.settle();
    expect([refreshed.ended(), old.events, refreshed.events]).toEqual([null, [], []]);
    inTime(8 * DAY);
    await expect.poll(refreshed.ended, soon).toBe("io server disconnect");
  });
});

describe("a map that stays open", () => {
  const looks = () =>
    fenced(scene.house.database, "qafila_tenant", scene.world.agency.id, true, (tx) =>
      tx.select().from(positionLooks).where(eq(positionLooks.viewerId, scene.world.leader.userId)),
    );

  it("[R59] is written down as a look in every hour of it, and goes on", async () => {
    const { live, world, groupId } = scene;
    const [leader, phone] = [await live.connect(world.leader), await live.connect(world.pilgrim)];
    await leader.ask("group:watch", { groupId });
    expect(await looks()).toHaveLength(1);
    for (const hours of [1, 2]) {
      inTime(hours * HOUR);
      await expect.poll(async () => (await looks()).length, soon).toBe(1 + hours);
      vi.useRealTimers();
    }
    expect((await looks()).map(({ groupId: of, what }) => [of, what])).toEqual(Array(3).fill([groupId, "map"]));
    const fix = fixAgo(1);
    await phone.ask("position:send", { positions: [fix] });
    await expect.poll(() => leader.heardOf(world.pilgrim.userId).at(-1)?.position?.at, soon).toBe(fix.at);
  });

  it("is no look any more once it was left", async () => {
    const { live, world, groupId } = scene;
    const [leader, owner] = [await live.connect(world.leader), await live.connect(world.owner)];
    for (const one of [leader, owner]) await one.ask("group:watch", { groupId });
    await leader.ask("group:leave", { groupId });
    inTime(HOUR);
    const ofOwner = () =>
      fenced(scene.house.database, "qafila_tenant", scene.world.agency.id, true, (tx) =>
        tx.select().from(positionLooks).where(eq(positionLooks.viewerId, world.owner.userId)),
      );
    await expect.poll(async () => (await ofOwner()).length, soon).toBe(2);
    expect(await looks()).toHaveLength(1);
  });
});
