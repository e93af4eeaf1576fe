import { hash as bcrypt } from "@node-rs/bcrypt";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as changeRoute } from "@/app/api/v1/auth/change-password/route";
import { POST as resetRoute } from "@/app/api/v1/auth/reset-password/route";
import { oneTimeCodes, users } from "@/db/schema/identity";
import { fenced } from "@/db/tx";
import { handOver, signInByHandOver } from "@/lib/identity/commands/hand-over";
import { logIn as logInCommand } from "@/lib/identity/commands/log-in";
import { mayStandAtGate } from "@/lib/identity/policy";
import { newId } from "@/lib/kernel/ids";
import { openCall } from "@/server/doors/call";
import { personOf, readSession } from "@/server/doors/session";
import { sidOfAccess } from "@/server/doors/tokens";
import { withoutLimits } from "../house/visitors";
import { codeOf, rowsOf } from "../kernel/support";
import { ask, type Doorway, logIn, newDoorway, PASSWORD, register, signedIn } from "./doorway";
import { askCode, forgot, openPost, type Post, verify } from "./sent";

const NEW = "a longer walk to Madinah";
let door: Doorway;
let post: Post;
beforeAll(async () => {
  door = await newDoorway(20);
  withoutLimits(door.house);
  post = await openPost(door.house);
});
afterAll(() => door.close());

const reset = (token: string, password: string) => ask(resetRoute, { body: { token, password } });
const change = (token: string, body: object) => ask(changeRoute, { body, token });
const standing = async (token: string) =>
  codeOf(
    sidOfAccess(token)
      .then((sid) => readSession(sid))
      .then(() => "in"),
  );
const isIn = { got: "in" };

describe("a forgotten password", () => {
  it("is set anew by a link that works once, ends every session, and was asked for like one of nobody", async () => {
    const { accessToken } = signedIn(await register({ email: "lupa@example.com" }));
    const answers = [await forgot("lupa@example.com"), await forgot("nobody@example.com"), await forgot("?")];
    expect(new Set(answers.map(({ status, body }) => `${status}${JSON.stringify(body)}`))).toEqual(new Set(["202{}"]));
    const token = await post.linkFor("lupa@example.com");
    expect(post.sent.map(({ to }) => to)).not.toContain("nobody@example.com");
    expect((await reset(token, "lupa@example.com")).body.details).toMatchObject({
      fields: { password: ["same_as_identifier"] },
    });
    const raced = await Promise.all(Array.from({ length: 10 }, () => reset(token, NEW)));
    expect(raced.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 9 }, () => 401)]);
    await expect.poll(() => standing(accessToken)).toBe("unauthenticated");
    expect((await logIn("lupa@example.com")).status).toBe(401);
    expect((await logIn("lupa@example.com", { password: NEW })).status).toBe(200);
  });

  it("is not set by an old, a forged or an older link, nor by a pass of another purpose", async () => {
    await register({ email: "tua@example.com" });
    await forgot("tua@example.com");
    const first = await post.linkFor("tua@example.com");
    await forgot("tua@example.com");
    const second = await post.linkFor("tua@example.com");
    const forged = `${second.slice(0, -1)}${second.endsWith("A") ? "B" : "A"}`;
    expect((await reset(forged, NEW)).body.error).toBe("link_expired");
    expect((await reset(second, NEW)).status).toBe(204);
    expect((await reset(first, NEW)).body.error).toBe("link_expired");
    await forgot("tua@example.com");
    await fenced(door.house.database, "qafila_platform", null, false, (tx) =>
      tx.update(oneTimeCodes).set({ expiresAt: new Date(Date.now() - 1) }),
    );
    expect((await reset(await post.linkFor("tua@example.com"), NEW)).body.error).toBe("link_expired");
  });
});

/** Whoever changes a password or settles their keys holds the login and then the codes that went to it. */
it.each([
  [
    "a link",
    async (address: string) =>
      forgot(address)
        .then(() => post.linkFor(address))
        .then((token) => () => reset(token, NEW)),
  ],
  [
    "six digits",
    async (address: string) =>
      askCode(address)
        .then(() => post.codeFor(address))
        .then((code) => () => verify(address, code)),
  ],
])("[R3] %s waits for the login before the code, as every change of the login does", async (_what, sendTo) => {
  const address = `${newId()}@example.com`;
  await register({ email: address });
  const open = await sendTo(address);
  const [user] = await rowsOf<{ id: string }>(door.house, "users", `email = '${address}'`);
  let opened: Promise<{ status: number }> | null = null;
  await fenced(door.house.database, "qafila_platform", null, false, async (tx) => {
    await tx.execute(sql`select 1 from users where id = ${user?.id} for update`);
    opened = open();
    // A transaction keeps its first answer of who is connected; locks are asked anew.
    const waiting = sql`select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`;
    await expect.poll(async () => (await tx.execute(waiting)).length).toBeGreaterThan(0);
    await tx.execute(sql`update one_time_codes set attempts = attempts where user_id = ${user?.id}`);
  });
  expect((await opened!).status).toBeLessThan(300);
});

describe("changing a password", () => {
  it("asks for the current one, keeps this session and ends the others", async () => {
    await door.person("ganti", { agencyId: door.agency.id, roles: ["operator"] });
    const here = signedIn(await logIn("ganti")).accessToken;
    const there = signedIn(await logIn("ganti")).accessToken;
    const wrong = await change(here, { currentPassword: "not this one", newPassword: NEW });
    expect([wrong.status, wrong.body.details]).toEqual([422, { fields: { currentPassword: ["wrong_password"] } }]);
    expect((await change(here, { newPassword: NEW })).status).toBe(422);
    expect((await change(here, { currentPassword: PASSWORD, newPassword: NEW })).status).toBe(204);
    await expect.poll(() => standing(there)).toBe("unauthenticated");
    expect(await standing(here)).toEqual(isIn);
    expect((await logIn("ganti", { password: NEW })).status).toBe(200);
    expect((await ask(changeRoute, { body: { newPassword: NEW } })).status).toBe(401);
  });

  it("needs no current one where there is none", async () => {
    const { userId } = door.viewer;
    const token = await door.signIn(userId);
    expect((await change(token, { newPassword: NEW })).status).toBe(204);
    expect((await change(token, { newPassword: PASSWORD })).status).toBe(422);
  });
});

it.each(["2a", "2b", "2y"])(
  "imported bcrypt hashes ($%s$) let their owner in, and are argon2id from then on",
  async (kind) => {
    const imported = (await bcrypt(PASSWORD, { cost: 4 })).replace(/^\$2./, `$$${kind}`);
    const username = `lama.${kind}`;
    await fenced(door.house.database, "qafila_platform", null, false, (tx) =>
      tx.insert(users).values({ id: newId(), personName: "Lama", username, passwordHash: imported }),
    );
    const kept = async () =>
      (await rowsOf<{ password_hash: string }>(door.house, "users", `username = '${username}'`))[0]?.password_hash;
    expect((await logIn(username, { password: "not this one" })).status).toBe(401);
    expect(await kept()).toBe(imported);
    expect((await logIn(username)).status).toBe(200);
    expect(await kept()).toMatch(/^\$argon2id\$/);
    expect((await logIn(username)).status).toBe(200);
  },
);

describe("another host of ours", () => {
  const web = (actor: Parameters<typeof openCall>[0]["actor"]) => openCall({ actor, agencyId: null, via: "action" });
  const nobody = { kind: "nobody" as const };

  it("takes over the same session by a pass that works once, within a minute, and not after it ended", async () => {
    await door.person("pindah", { agencyId: door.agency.id, roles: ["owner"] });
    const { sid } = await logInCommand(web(nobody), { identifier: "pindah", password: PASSWORD });
    const me = personOf(await readSession(sid, true));
    const { token } = await handOver(web(me), {});
    const raced = await Promise.all(Array.from({ length: 10 }, () => codeOf(signInByHandOver(web(nobody), { token }))));
    expect(raced.filter((one) => one !== "link_expired")).toEqual([{ got: { sid } }]);
    const late = (await handOver(web(me), {})).token;
    const inAMinute = { ...web(nobody), now: new Date(Date.now() + 61_000) };
    expect(await codeOf(signInByHandOver(inAMinute, { token: late }))).toBe("link_expired");
    const api = personOf(await readSession(await sidOfAccess(await door.signIn(me.userId)), true));
    expect(await codeOf(handOver(web(api), {}))).toBe("unauthenticated");
  });
});

describe("[R85] the second device of a leader at a gate", () => {
  it("stays beside the phone and leaves the phone alone; a pilgrim's is one device like any other", async () => {
    await door.person("gate.leader", { agencyId: door.agency.id, roles: ["leader"] });
    await door.person("gate.pilgrim", { agencyId: door.agency.id, roles: ["pilgrim"] });
    const enter = async (identifier: string, gate?: boolean) =>
      signedIn(await logIn(identifier, { body: { identifier, password: PASSWORD, gate } })).accessToken;
    const gate = await enter("gate.leader", true);
    const phone = await enter("gate.leader");
    const tablet = await enter("gate.leader", true);
    for (const one of [gate, phone, tablet]) expect(await standing(one)).toEqual(isIn);
    const next = await enter("gate.leader");
    await expect.poll(() => standing(phone)).toBe("session_replaced");
    for (const one of [gate, tablet, next]) expect(await standing(one)).toEqual(isIn);
    const first = await enter("gate.pilgrim", true);
    await enter("gate.pilgrim", true);
    await expect.poll(() => standing(first)).toBe("session_replaced");
    expect(mayStandAtGate([{ roles: ["pilgrim"] }, { roles: ["provider"] }])).toBe(false);
  });
});
