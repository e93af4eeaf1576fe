import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as everywhere } from "@/app/api/v1/auth/logout-everywhere/route";
import { GET as profile } from "@/app/api/v1/auth/profile/route";
import { fenced } from "@/db/tx";
import { refresh as refreshCommand } from "@/lib/identity/commands/refresh";
import { openCall } from "@/server/doors/call";
import { ask, type Doorway, logIn, newDoorway, refresh, register, signedIn } from "./doorway";

let door: Doorway;
beforeAll(async () => {
  door = await newDoorway(60);
});
afterAll(() => door.close());

let names = 0;
const somebody = async () => {
  names += 1;
  return signedIn(await register({ username: `walker${names}` }));
};
const me = (token: string) => ask(profile, { method: "GET", token });
const tokenOf = (body: Record<string, unknown>) => String(body.refreshToken);
const ended = async (userId: string) => {
  const rows = await fenced(door.house.database, "qafila_platform", null, true, (tx) =>
    tx.execute<{ reason: string | null }>(
      sql`select ended_reason as reason from sessions where user_id = ${userId} order by created_at`,
    ),
  );
  return rows.map(({ reason }) => reason);
};

describe("[R85] a refresh token", () => {
  it("is traded for a new pair that works, again and again", async () => {
    const { refreshToken, user } = await somebody();
    let token = refreshToken;
    for (let i = 0; i < 3; i += 1) {
      const { status, body } = await refresh(token);
      expect(status).toBe(200);
      expect(tokenOf(body)).not.toBe(token);
      token = tokenOf(body);
      expect((await me(String(body.accessToken))).body).toMatchObject({ id: user.id });
    }
    expect(await ended(user.id)).toEqual([null]);
  });

  it("used a second time ends the whole session: the thief's pair and the owner's stop together", async () => {
    const { refreshToken, user } = await somebody();
    const thief = await refresh(refreshToken);
    const next = await refresh(tokenOf(thief.body));
    expect((await refresh(refreshToken)).status).toBe(401);
    expect(await ended(user.id)).toEqual(["reuse"]);
    expect((await refresh(tokenOf(next.body))).body.error).toBe("unauthenticated");
    await expect.poll(async () => (await me(String(next.body.accessToken))).status).toBe(401);
  });

  it("sent fifty times at once is honoured exactly once, and the session does not survive it", async () => {
    const { refreshToken, user } = await somebody();
    const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(refreshToken)));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(49);
    expect((await refresh(tokenOf(won[0]?.body ?? {}))).status).toBe(401);
    expect(await ended(user.id)).toEqual(["reuse"]);
  });

  it("is good for seven days and then says that it ran out", async () => {
    const { refreshToken } = await somebody();
    const inDays = (days: number) =>
      openCall({
        actor: { kind: "nobody" },
        agencyId: null,
        via: "http",
        now: new Date(Date.now() + days * 86_400_000),
      });
    await expect(refreshCommand(inDays(7.01), { refreshToken })).rejects.toMatchObject({ code: "token_expired" });
    const fresh = await refreshCommand(inDays(6.9), { refreshToken });
    await expect(refreshCommand(inDays(13), { refreshToken: fresh.refreshToken })).resolves.toBeTruthy();
  });

  it.each([
    ["a made-up one", "A".repeat(43), 401],
    ["another shape", "x", 422],
    ["a number", 7, 422],
    ["none", undefined, 422],
  ])("that is %s is refused", async (_what, token, status) => {
    expect((await refresh(token)).status).toBe(status);
  });

  it("of a session that is over signs nobody out any more", async () => {
    const { refreshToken } = await somebody();
    const now = signedIn(await logIn(`walker${names}`));
    const tried = await ask(everywhere, { body: { refreshToken } });
    expect([tried.status, tried.body.error]).toEqual([401, "unauthenticated"]);
    expect((await me(now.accessToken)).status).toBe(200);
    expect((await ask(everywhere, { body: { refreshToken: now.refreshToken } })).status).toBe(204);
    await expect.poll(async () => (await me(now.accessToken)).status).toBe(401);
  });

  it("[R3] that signs everybody out and a log-in at the same moment never wait for each other in a ring", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, somebody));
    const acts = people.flatMap(({ refreshToken, user }) => [
      logIn(user.username ?? ""),
      ask(everywhere, { body: { refreshToken } }),
      logIn(user.username ?? ""),
    ]);
    const statuses = (await Promise.all(acts)).map(({ status }) => status);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
  });

  it("is stored only as a hash", async () => {
    const { refreshToken } = await somebody();
    const rows = await fenced(door.house.database, "qafila_platform", null, true, (tx) =>
      tx.execute<{ text: string }>(
        sql`select t::text as text from refresh_tokens t union all select a::text from audit_log a`,
      ),
    );
    expect(rows.some(({ text }) => text.includes(refreshToken))).toBe(false);
  });
});
