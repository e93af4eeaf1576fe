import { encode } from "next-auth/jwt";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { sessions } from "@/db/schema/identity";
import { fenced } from "@/db/tx";
import { createGroup } from "@/lib/groups/commands/create-group";
import { translateError } from "@/lib/i18n/translate";
import { newId } from "@/lib/kernel/ids";
import { lookAtGroup } from "@/lib/tracking/commands/look";
import { memoryKv } from "@/server/adapters/kv.memory";
import { act, made } from "@/server/doors/act";
import { limitUse } from "@/server/doors/rate-limit";
import { forgetSession } from "@/server/doors/session-memory";
import { webSecret } from "@/server/doors/tokens";
import { limiter } from "@/server/http/limits";
import { openRuntime } from "@/server/runtime";
import { newWorld, type Somebody } from "../support/world";

const world = await newWorld();
afterAll(() => world.close());

/** A fresh count on a clock that stands still. */
beforeEach(() => {
  const now = () => 1_800_000_000_000;
  const kv = memoryKv({ maxKeys: 1_000, now });
  openRuntime({ ...world.house, limits: limiter(kv, { spare: kv, now, onOutage: () => undefined }) });
});

/** A browser that is signed in: its cookie, and how to sign out in another tab. */
async function browserOf({ userId }: Somebody) {
  const [sid, now] = [newId(), new Date()];
  const row = { id: sid, userId, kind: "web" as const, createdAt: now, seenAt: now };
  const expiresAt = new Date(now.getTime() + 3_600_000);
  const on = <T>(work: Parameters<typeof fenced<T>>[4]) =>
    fenced(world.house.database, "qafila_platform", null, false, work);
  await on((tx) => tx.insert(sessions).values({ ...row, expiresAt }));
  const cookie = `qafila.session=${await encode({ token: { sid }, secret: webSecret() })}`;
  const leave = async () => {
    await on((tx) => tx.delete(sessions));
    await forgetSession(userId);
  };
  return { sid, cookie, leave };
}
const from = (cookie = "", address = "10.0.0.1") =>
  new Headers({ host: "localhost:3000", cookie, "x-qafila-address": address });
const create = (headers: Headers, locale = "en") =>
  act(createGroup, world.agency.slug, {} as never, { headers, locale });

describe("a server action", () => {
  it("of nobody is asked to sign in, whatever is there and whatever is not", async () => {
    const told = { ok: false, error: "unauthenticated", message: translateError("id", "unauthenticated") };
    const nowhere = { groupId: newId() };
    expect(await act(lookAtGroup, world.agency.slug, nowhere, { headers: from(), locale: "id" })).toEqual(told);
    const asked = {
      name: "Umrah",
      number: 7,
      startsAt: "2026-12-01T00:00:00.000Z",
      endsAt: "2026-12-09T00:00:00.000Z",
    };
    const input = { ...asked, timeZone: "Asia/Riyadh", capacity: 10, branchId: world.agency.branchId };
    expect(await act(createGroup, world.agency.slug, input, { headers: from(), locale: "id" })).toEqual(told);
  });

  it("[R13] that makes something makes it once, also where its answer was lost and it is pressed again", async () => {
    const { cookie } = await browserOf(world.owner);
    const days = { startsAt: "2026-12-01T00:00:00.000Z", endsAt: "2026-12-09T00:00:00.000Z", timeZone: "Asia/Riyadh" };
    const umrah = { ...days, name: "Umrah", number: 7, capacity: 10, branchId: world.agency.branchId };
    const press = (input: typeof umrah, key: string) =>
      act(createGroup, world.agency.slug, input, { headers: from(cookie), locale: "en", key }).then(made);
    const first = await press(umrah, "first-press");
    expect(first).toEqual({ ok: true, value: { id: expect.any(String) } });
    expect(await press(umrah, "first-press")).toEqual(first);
    expect(await press({ ...umrah, number: 8 }, "first-press")).toMatchObject({ error: "idempotency_mismatch" });
    expect(await press(umrah, "no key of ours")).toMatchObject({ error: "idempotency_key_invalid" });
    expect(await press(umrah, ["first-press"] as never)).toMatchObject({ error: "idempotency_key_invalid" });
  });

  it("after signing out in another tab is asked to sign in, too", async () => {
    const { cookie, leave } = await browserOf(world.owner);
    expect(await create(from(cookie))).toMatchObject({ error: "validation" });
    await leave();
    expect(await create(from(cookie))).toMatchObject({ ok: false, error: "unauthenticated" });
  });

  it("of somebody who may not is refused as such", async () => {
    const { cookie } = await browserOf(world.pilgrim);
    const look = act(lookAtGroup, world.agency.slug, { groupId: newId() }, { headers: from(cookie), locale: "en" });
    expect(await look).toMatchObject({ ok: false, error: "group_not_found" });
  });

  it("[R86] is a call of its session like any other, and says in the reader's language when it was one too many", async () => {
    const { sid, cookie } = await browserOf(world.owner);
    for (let call = 0; call < 150; call += 1) await limitUse("session", sid);
    const answers = new Map<string, number>();
    for (let tab = 0; tab < 160; tab += 1) {
      const answer = await create(from(cookie, `10.0.1.${tab}`));
      const said = answer.ok ? "done" : answer.error;
      answers.set(said, (answers.get(said) ?? 0) + 1);
    }
    expect(Object.fromEntries(answers)).toEqual({ validation: 150, rate_limited: 10 });
    const refused = { message: translateError("ar", "rate_limited"), details: { retryAfter: expect.any(Number) } };
    expect(await create(from(cookie), "ar")).toMatchObject(refused);
  });

  it("[R86] of nobody, or with a cookie that is no good, is counted by address", async () => {
    for (let call = 0; call < 60; call += 1) await create(from());
    for (let call = 0; call < 40; call += 1) await create(from("qafila.session=forged"));
    expect(await create(from("qafila.session=forged"))).toMatchObject({ error: "rate_limited" });
    expect(await create(from())).toMatchObject({ error: "rate_limited" });
    expect(await create(from("", "10.0.0.2"))).toMatchObject({ error: "unauthenticated" });
  });
});
