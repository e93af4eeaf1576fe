import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { POST as logout } from "@/app/api/v1/auth/logout/route";
import { PATCH as change, GET as profile } from "@/app/api/v1/auth/profile/route";
import { agencies, memberships } from "@/db/schema/agencies";
import { fenced } from "@/db/tx";
import type { Fault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { identify, identifyAgain, identifySocket } from "@/server/doors/session";
import { forgetSession } from "@/server/doors/session-memory";
import { signAccess } from "@/server/doors/tokens";
import { ask, type Doorway, logIn, newDoorway } from "./doorway";

let door: Doorway;
beforeAll(async () => {
  door = await newDoorway();
});
afterAll(() => door.close());

const platform = <T>(work: Parameters<typeof fenced<T>>[4]) =>
  fenced(door.house.database, "qafila_platform", null, false, work);
const me = (token: string, more: object = {}) => ask(profile, { method: "GET", token, ...more });
const headersOf = (given: Record<string, string>) => new Headers({ host: "localhost:3000", ...given });
const at = async (token: string, given: Record<string, string> = {}) => {
  const { actor, agencyId, readOnly, noAgency } = await identify(
    headersOf({ authorization: `Bearer ${token}`, ...given }),
    "http",
  );
  const roles = actor.kind === "person" ? actor.roles : [];
  return { kind: actor.kind, roles, agencyId, readOnly, noAgency: noAgency?.code ?? null };
};
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "fine",
    (fault: Fault) => fault.code,
  );

describe("an access token", () => {
  it("that ran out says so, so that a client can refresh", async () => {
    const { accessToken, userId } = await door.person("expired.token");
    const sid = JSON.parse(Buffer.from(accessToken.split(".")[1] ?? "", "base64url").toString()).sid;
    const old = await signAccess({ sub: userId, sid }, new Date(Date.now() - 15 * 60_000 - 1_000));
    expect((await me(accessToken)).status).toBe(200);
    const { status, body, headers } = await me(old);
    expect([status, body.error, headers.get("www-authenticate")]).toEqual([401, "token_expired", "Bearer"]);
  });

  it("that was forged, tampered with, unsigned or signed by another house is refused in one word", async () => {
    const { accessToken, userId } = await door.person("forged.token");
    const [head = "", body = "", signature = ""] = accessToken.split(".");
    const claims = JSON.parse(Buffer.from(body, "base64url").toString());
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const signed = (key: string) => createHmac("sha256", key).update(`${head}.${body}`).digest("base64url");
    const forgeries = [
      `${head}.${encode({ ...claims, sid: newId() })}.${signature}`,
      `${encode({ alg: "none" })}.${body}.`,
      `${head}.${body}.${signed("a secret of the tests, long enough to be one")}`,
      `${head}.${body}.${signature.slice(0, -2)}AA`,
      await signAccess({ sub: userId, sid: newId() }),
      "x",
      `${accessToken}x`,
    ];
    for (const token of forgeries) expect([token, (await me(token)).body.error]).toEqual([token, "unauthenticated"]);
  });

  it("[R85] opens nothing after log-out, also when what was read of its session before is kept only long after", async () => {
    const { userId, accessToken } = await door.person("late.kept");
    const { kv } = door.house.ports;
    const plain = kv.set;
    const now = Date.now();
    vi.useFakeTimers({ toFake: ["Date"], now });
    kv.set = async (key, kept, lastsMs) => {
      kv.set = plain;
      await ask(logout, { token: accessToken });
      await expect.poll(() => kv.get(`session-cut:${userId}`)).not.toBeNull();
      await plain(key, kept, lastsMs);
    };
    vi.setSystemTime(now + 2_000);
    expect((await me(accessToken)).status).toBe(200);
    // The memory has forgotten the log-out by now, but not yet what it was told after it.
    await kv.del(`session-cut:${userId}`);
    vi.setSystemTime(now + 12_500);
    expect((await me(accessToken)).status).toBe(401);
    vi.useRealTimers();
  });

  it("is not needed, and a bad one does no harm, where people sign in", async () => {
    await door.person("bad.beside");
    expect((await logIn("bad.beside", { token: "rubbish", cookie: "qafila.session=rubbish" })).status).toBe(200);
  });

  it("or a cookie: without either the caller is nobody, and nobody has no profile", async () => {
    expect((await identify(headersOf({}), "http")).actor).toEqual({ kind: "nobody" });
    const { status, body } = await ask(profile, { method: "GET" });
    expect([status, body.error]).toEqual([401, "unauthenticated"]);
    expect((await ask(logout)).body.error).toBe("unauthenticated");
  });
});

describe("the agency of a call", () => {
  it("is the only membership, else the one named by header or host", async () => {
    const { agency, rival } = door;
    const one = await door.person("one.agency", { agencyId: agency.id, roles: ["leader"] });
    expect(await at(one.accessToken)).toMatchObject({ agencyId: agency.id, roles: ["leader"] });
    const two = await door.person(
      "two.agencies",
      { agencyId: agency.id, roles: ["viewer"] },
      { agencyId: rival.id, roles: ["owner"] },
    );
    expect(await at(two.accessToken)).toMatchObject({ agencyId: null, roles: [], noAgency: "agency_required" });
    expect(await at(two.accessToken, { "x-agency": rival.slug })).toMatchObject({
      agencyId: rival.id,
      roles: ["owner"],
    });
    const host = `office.${agency.slug}.localhost:3000`;
    expect(await at(two.accessToken, { host })).toMatchObject({ agencyId: agency.id, roles: ["viewer"] });
  });

  it("of somebody else reads like one that does not exist", async () => {
    const { accessToken } = await door.person("no.member", { agencyId: door.agency.id, roles: ["owner"] });
    const foreign = await at(accessToken, { "x-agency": door.rival.slug });
    expect(foreign).toEqual({
      kind: "person",
      roles: [],
      agencyId: null,
      readOnly: false,
      noAgency: "agency_not_found",
    });
    expect(await at(accessToken, { "x-agency": "no-such-agency" })).toEqual(foreign);
    const named = (agency: string) => codeOf(identifySocket({ token: accessToken, agency }));
    expect([await named(door.rival.slug), await named("no-such-agency")]).toEqual([
      "agency_not_found",
      "agency_not_found",
    ]);
  });

  it("is read-only when suspended, and a disabled membership is none", async () => {
    const { userId, accessToken } = await door.person("paused.member", { agencyId: door.rival.id, roles: ["admin"] });
    const setStatus = (status: "suspended" | "active") =>
      platform((tx) => tx.update(agencies).set({ status }).where(eq(agencies.id, door.rival.id)));
    await setStatus("suspended");
    expect(await at(accessToken)).toMatchObject({ agencyId: door.rival.id, readOnly: true });
    await setStatus("active");
    await platform((tx) =>
      tx.update(memberships).set({ disabledAt: new Date() }).where(eq(memberships.userId, userId)),
    );
    await forgetSession(userId);
    expect(await at(accessToken)).toMatchObject({ agencyId: null, roles: [] });
  });

  it("follows a changed role as soon as the change is told, in memory or not", async () => {
    const { userId, accessToken } = await door.person("promoted", { agencyId: door.agency.id, roles: ["pilgrim"] });
    const listening = await identifySocket({ token: accessToken });
    expect(listening.actor).toMatchObject({ roles: ["pilgrim"] });
    await platform((tx) =>
      tx
        .update(memberships)
        .set({ roles: ["leader"] })
        .where(eq(memberships.userId, userId)),
    );
    expect(await at(accessToken)).toMatchObject({ roles: ["pilgrim"] });
    expect((await identifyAgain(listening)).actor).toMatchObject({ roles: ["leader"] });
    await platform((tx) =>
      tx
        .update(memberships)
        .set({ roles: ["viewer"] })
        .where(eq(memberships.userId, userId)),
    );
    const moved = {
      id: newId(),
      name: "test.moved",
      agencyId: null,
      wire: null,
      audiences: [],
      moves: [userId],
      payload: {},
    };
    await door.house.ports.bus.publish("facts", { facts: [moved] });
    await expect.poll(async () => (await at(accessToken)).roles).toEqual(["viewer"]);
  });

  it("can be one that a join code opens, without any role in it", async () => {
    const { accessToken } = await door.person("joiner", { agencyId: door.agency.id, roles: ["owner"] });
    const identity = await identify(headersOf({ authorization: `Bearer ${accessToken}` }), "http");
    const there = await identity.within(door.rival.id);
    expect(there).toMatchObject({ agencyId: door.rival.id, actor: { roles: [], leads: [], groups: [] } });
    expect(await codeOf(identity.within(newId()))).toBe("agency_not_found");
  });
});

describe("the profile", () => {
  it("changes name, language and zone, and the name where the agency had it from the person", async () => {
    const { userId, accessToken } = await door.person("renamed", { agencyId: door.agency.id, roles: ["pilgrim"] });
    const body = { name: "  Сәуле Ахметова ", locale: "kk", timeZone: "Asia/Almaty" };
    const answer = await ask(change, { method: "PATCH", token: accessToken, body });
    expect(answer.body).toMatchObject({ id: userId, name: "Сәуле Ахметова", locale: "kk", timeZone: "Asia/Almaty" });
    const [row] = await platform((tx) => tx.select().from(memberships).where(eq(memberships.userId, userId)));
    expect(row?.personName).toBe("Сәуле Ахметова");
    expect((await me(accessToken)).body).toEqual(answer.body);
  });

  it.each([
    { superAdmin: true },
    { roles: ["owner"] },
    { email: "other@example.com" },
    { password: "another password" },
    { locale: "xx" },
    { timeZone: "Mars/Olympus" },
    { id: newId() },
  ])("[R83] refuses %j", async (body) => {
    const { accessToken } = await door.person(`refused-${newId().slice(-12)}`.replace(/^[^a-z]/, "r"));
    expect((await ask(change, { method: "PATCH", token: accessToken, body })).status).toBe(422);
  });
});
