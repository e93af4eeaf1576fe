import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as confirmRoute } from "@/app/api/v1/me/contacts/change/confirm/route";
import { POST as changeRoute } from "@/app/api/v1/me/contacts/change/route";
import { POST as settleRoute } from "@/app/api/v1/me/keys/route";
import { sessions } from "@/db/schema/identity";
import { fenced } from "@/db/tx";
import { withoutLimits } from "../house/visitors";
import { rowsOf } from "../kernel/support";
import { ask, type Doorway, logIn, newDoorway, PASSWORD, register, signedIn } from "./doorway";
import { askCode, openPost, type Post, verify } from "./sent";

let door: Doorway;
let post: Post;
beforeAll(async () => {
  door = await newDoorway();
  post = await openPost(door.house);
  withoutLimits(door.house);
});
afterAll(() => door.close());

let numbers = 0;
const number = () => {
  numbers += 1;
  return `+628127770${String(numbers).padStart(4, "0")}`;
};
const change = (token: string, body: object) => ask(changeRoute, { token, body });
const changeKnowing = (token: string, wish: object) => change(token, { ...wish, currentPassword: PASSWORD });
const confirm = (token: string, contact: string, code: string) => ask(confirmRoute, { token, body: { contact, code } });
const settle = (token: string) => ask(settleRoute, { token, body: { keep: ["password", "devices"] } });
const opens = async (name: string) => (await logIn(name)).status === 200;
const memberOf = async (userId: string) =>
  (await rowsOf<{ phone: string; email: string | null }>(door.house, "memberships", `user_id = '${userId}'`))[0];
const byCode = async (phone: string) => {
  await askCode(phone);
  return signedIn(await verify(phone, await post.codeFor(phone))).accessToken;
};

/** A login with a password and a number that is not shown to be anybody's yet. */
async function stranger() {
  const phone = number();
  const { user, accessToken } = signedIn(await register({ phone }, { agency: door.agency.slug }));
  return { phone, userId: user.id, token: accessToken };
}

/** A pilgrim with a password, whose number was shown to be theirs. */
async function pilgrim() {
  const { phone, userId } = await stranger();
  const token = await byCode(phone);
  await settle(token);
  return { phone, userId, token };
}

describe("[R83] another number or address", () => {
  it("opens the login once its six digits are typed; the one before opens it no more, and hears of it", async () => {
    const { phone, userId, token } = await pilgrim();
    const to = number();
    await askCode(phone);
    const sentBefore = await post.codeFor(phone);
    expect((await changeKnowing(token, { phone: to })).status).toBe(202);
    const digits = await post.codeFor(to);
    const wrong = digits === "000000" ? "000001" : "000000";
    expect((await confirm(token, "phone", wrong)).body.error).toBe("code_wrong");
    expect((await confirm(token, "email", digits)).body.error).toBe("code_wrong");
    expect([await opens(to), (await memberOf(userId))?.phone]).toEqual([false, phone]);

    const { status, body } = await confirm(token, "phone", digits);
    expect([status, body.contacts]).toEqual([200, [{ contact: "phone", value: to, provenAt: expect.any(String) }]]);
    expect((await confirm(token, "phone", digits)).body.error).toBe("code_wrong");
    expect([await opens(to), await opens(phone), (await memberOf(userId))?.phone]).toEqual([true, false, to]);
    expect((await verify(phone, sentBefore)).body.error).toBe("code_wrong");
    const told = await post.last(phone);
    expect(told?.text).toContain("tell your agency");
    expect(told?.text).not.toContain(to);
    const audited = await rowsOf(door.house, "audit_log", "command = 'identity.confirm_change'");
    expect(audited.length).toBeGreaterThan(0);
    expect(JSON.stringify(audited)).not.toContain(to);
  });

  it("is told to the one before also where its letter leaves after the next change", async () => {
    const { phone, token } = await pilgrim();
    const [to, next] = [number(), number()];
    await changeKnowing(token, { phone: to });
    const digits = await post.codeFor(to);
    const toldBefore = post.told.length;
    await confirm(token, "phone", digits);
    await expect.poll(() => post.told.length).toBeGreaterThan(toldBefore);
    const late = post.told.splice(toldBefore);
    await changeKnowing(token, { phone: next });
    expect((await confirm(token, "phone", await post.codeFor(next))).status).toBe(200);
    post.told.push(...late);
    expect((await post.last(phone))?.text).toContain("tell your agency");
  });

  it("is added where there was none, and whose number was never shown to be theirs hears nothing", async () => {
    const { phone, userId, token } = await stranger();
    await changeKnowing(token, { email: "Baru@Example.com" });
    expect((await confirm(token, "email", await post.codeFor("baru@example.com"))).status).toBe(200);
    const to = number();
    await changeKnowing(token, { phone: to });
    expect((await confirm(token, "phone", await post.codeFor(to))).status).toBe(200);
    expect([await opens("baru@example.com"), await post.last(phone)]).toEqual([true, undefined]);
    expect(await memberOf(userId)).toMatchObject({ phone: to, email: "baru@example.com" });
  });

  it("takes the password of whoever has one, a number that is one, and one thing at a time", async () => {
    const { token } = await pilgrim();
    const fields = async (wish: object) => (await change(token, wish)).body.details;
    const phone = number();
    expect(await fields({ phone })).toEqual({ fields: { currentPassword: ["wrong_password"] } });
    expect(await fields({ phone, currentPassword: "not this one" })).toEqual({
      fields: { currentPassword: ["wrong_password"] },
    });
    expect(await fields({ phone: "12345", currentPassword: PASSWORD })).toEqual({
      fields: { phone: ["invalid_format"] },
    });
    for (const wish of [{}, { phone, email: "dua@example.com" }]) {
      expect(await fields({ ...wish, currentPassword: PASSWORD })).toEqual({ fields: { phone: ["required"] } });
    }
    expect((await ask(changeRoute, { body: { phone } })).status).toBe(401);
    expect(await post.last(phone)).toBeUndefined();
  });

  it("needs no password where there is none, for whoever came by a code", async () => {
    const [phone, to] = [number(), number()];
    const token = await byCode(phone);
    expect((await change(token, { phone: to })).status).toBe(202);
    expect((await confirm(token, "phone", await post.codeFor(to))).status).toBe(200);
    const inside = await door.signIn(door.viewer.userId);
    await fenced(door.house.database, "qafila_platform", null, false, (tx) =>
      tx.update(sessions).set({ provenBy: null }).where(eq(sessions.userId, door.viewer.userId)),
    );
    expect((await change(inside, { phone: number() })).body.error).toBe("confirm_contact_first");
  });

  it("is not for whoever registered with somebody's number, while its owner is asked what else is theirs", async () => {
    const them = await stranger();
    const to = number();
    await changeKnowing(them.token, { phone: to });
    const digits = await post.codeFor(to);
    const owner = await byCode(them.phone);
    const inside = signedIn(await logIn(them.phone)).accessToken;
    expect((await confirm(inside, "phone", digits)).body.error).toBe("confirm_contact_first");
    expect((await changeKnowing(inside, { phone: to })).body.error).toBe("confirm_contact_first");
    expect((await changeKnowing(owner, { phone: to })).status).toBe(401);
    expect((await memberOf(them.userId))?.phone).toBe(them.phone);
  });
});

describe("a number that somebody else has", () => {
  it("is refused only to who reads what is sent there: nobody learns who is here by asking", async () => {
    const [one, other] = [await pilgrim(), await pilgrim()];
    expect((await changeKnowing(one.token, { phone: other.phone })).status).toBe(202);
    const { status, body } = await confirm(one.token, "phone", await post.codeFor(other.phone));
    expect([status, body.error, body.details]).toEqual([409, "identifier_taken", { field: "phone" }]);
    expect([await opens(one.phone), await opens(other.phone)]).toEqual([true, true]);
  });

  it("[R3] is one login's when two show at once that they read there", async () => {
    const [to, people] = [number(), [await pilgrim(), await pilgrim()]];
    const ready: (() => ReturnType<typeof confirm>)[] = [];
    for (const { token } of people) {
      await changeKnowing(token, { phone: to });
      const code = await post.codeFor(to);
      ready.push(() => confirm(token, "phone", code));
    }
    const ends = await Promise.all(ready.map((end) => end()));
    expect(ends.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await rowsOf(door.house, "users", `phone = '${to}'`)).length).toBe(1);
  });
});

it("[R84] a number is written to three times a minute, however many log-ins ask for it", async () => {
  const elsewhere = await newDoorway();
  const [phone, asked] = [number(), [] as number[]];
  for (let i = 0; i < 4; i += 1) {
    const { accessToken } = signedIn(await register({ username: `flood${i}` }, { agency: elsewhere.agency.slug }));
    asked.push((await changeKnowing(accessToken, { phone })).status);
  }
  await elsewhere.close();
  expect(asked).toEqual([202, 202, 202, 429]);
});
