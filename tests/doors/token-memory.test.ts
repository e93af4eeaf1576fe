import { encode } from "next-auth/jwt";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { logOut } from "@/lib/identity/commands/log-out";
import { openCall } from "@/server/doors/call";
import { identify } from "@/server/doors/session";
import { watchSessions } from "@/server/doors/session-memory";
import { ACCESS_SECONDS, sidOfAccess, sidOfCookie, signAccess, webCookie, webSecret } from "@/server/doors/tokens";
import { signIn } from "../house/visitors";
import { newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld(2);
});
afterAll(() => world.close());
afterEach(() => {
  vi.useRealTimers();
});

const signedOut = { kind: "unauthenticated", code: "unauthenticated" };
const person = ({ pilgrim: { userId } }: World) => ({ kind: "person", userId });
const cookieOf = (token: string) => `${webCookie().name}=${token}`;

it("opens a token that it has opened before, until its time is over", async () => {
  const token = await signAccess({ sub: "somebody", sid: "a session" });
  expect(await sidOfAccess(token)).toBe("a session");
  expect(await sidOfAccess(token)).toBe("a session");
  vi.useFakeTimers({ now: Date.now() + (ACCESS_SECONDS + 1) * 1_000, toFake: ["Date"] });
  await expect(sidOfAccess(token)).rejects.toMatchObject({ code: "token_expired" });
});

it("never takes a cookie for an access token or the other way round, however often it has seen it", async () => {
  const access = await signAccess({ sub: "somebody", sid: "a session" });
  const web = await encode({ token: { sid: "a session" }, secret: webSecret() });
  for (const _ of [1, 2]) {
    expect(await sidOfAccess(access)).toBe("a session");
    expect(await sidOfCookie(cookieOf(web))).toBe("a session");
    await expect(sidOfAccess(web)).rejects.toMatchObject(signedOut);
    await expect(sidOfCookie(cookieOf(access))).rejects.toMatchObject(signedOut);
  }
});

it("ends a cookie's life with its time", async () => {
  const web = await encode({ token: { sid: "a session" }, secret: webSecret(), maxAge: 60 });
  expect(await sidOfCookie(cookieOf(web))).toBe("a session");
  vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ["Date"] });
  await expect(sidOfCookie(cookieOf(web))).rejects.toMatchObject(signedOut);
});

it("refuses what nobody signed, also the second time", async () => {
  const token = `${await signAccess({ sub: "somebody", sid: "a session" })}x`;
  for (const _ of [1, 2]) await expect(sidOfAccess(token)).rejects.toMatchObject(signedOut);
});

it("[R85] remembers what a token says, never that its session lives: a log-out ends it at once", async () => {
  const unwatch = await watchSessions();
  const token = await signIn(world.house, world.pilgrim);
  const headers = new Headers({ host: "localhost:3000", authorization: `Bearer ${token}` });
  for (const _ of [1, 2]) expect((await identify(headers, "http")).actor).toMatchObject(person(world));
  await logOut(openCall({ ...(await identify(headers, "http")), via: "http" }), {});
  await expect.poll(() => identify(headers, "http").catch((error: unknown) => error)).toMatchObject(signedOut);
  await unwatch();
});
