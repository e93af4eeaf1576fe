import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as logInRoute } from "@/app/api/v1/auth/login/route";
import { GET as profileRoute } from "@/app/api/v1/auth/profile/route";
import { POST as resetRoute } from "@/app/api/v1/auth/reset-password/route";
import { POST as sendRoute } from "@/app/api/v1/me/contacts/code/route";
import { POST as confirmRoute } from "@/app/api/v1/me/contacts/confirm/route";
import { GET as keysRoute, POST as settleRoute } from "@/app/api/v1/me/keys/route";
import { sessionEnded } from "@/lib/identity/facts";
import { withoutLimits } from "../house/visitors";
import { rowsOf } from "../kernel/support";
import { ask, type Doorway, logIn, newDoorway, PASSWORD, register, signedIn } from "./doorway";
import { askCode, forgot, openPost, type Post, verify } from "./sent";

let door: Doorway;
let post: Post;
beforeAll(async () => {
  door = await newDoorway();
  post = await openPost(door.house);
  withoutLimits(door.house);
});
afterAll(() => door.close());

let numbers = 0;
/** A number of somebody who knows nothing of it, registered by a stranger with their own address and password. */
async function hijacked() {
  numbers += 1;
  const phone = `+62812666000${numbers}`;
  const given = { phone, email: `stranger${numbers}@example.com`, username: `stranger${numbers}` };
  const { accessToken, user } = signedIn(await register(given, { agency: door.agency.slug }));
  return { ...given, token: accessToken, userId: user.id };
}
const byCode = async (to: string) => {
  await askCode(to);
  return signedIn(await verify(to, await post.codeFor(to))).accessToken;
};
const keys = async (token: string) => (await ask(keysRoute, { token, method: "GET" })).body;
const settle = (token: string, keep: string[]) => ask(settleRoute, { token, body: { keep } });
const opens = async (token: string) => (await ask(profileRoute, { token, method: "GET" })).status === 200;
const names = (body: Record<string, unknown>) => (body.others as { key: string }[]).map(({ key }) => key);

describe("[R83] a number that somebody else registered", () => {
  it("asks its owner at the first code what else is theirs, masks it, and takes what is not off the login", async () => {
    const them = await hijacked();
    await askCode(them.email);
    const sent = await post.codeFor(them.email);
    const owner = await byCode(them.phone);
    const asked = await keys(owner);
    expect(asked).toMatchObject({
      asked: { by: "phone", here: true },
      contacts: [
        { contact: "phone", provenAt: expect.any(String) },
        { contact: "email", provenAt: null },
      ],
      others: [
        { key: "password", since: expect.any(String) },
        { key: "email", value: "s•••@example.com", proven: false },
        { key: "username", value: them.username },
      ],
    });
    // The stranger's own session cannot answer, nor learn what there is to take.
    const stranger = signedIn(await logIn(them.email)).accessToken;
    expect(await keys(stranger)).toMatchObject({ asked: { by: "phone", here: false }, others: [] });
    expect((await settle(stranger, ["password", "email"])).body.error).toBe("confirm_contact_first");

    const again = await byCode(them.phone);
    const { status, body } = await settle(again, []);
    expect([status, body.asked]).toEqual([200, null]);
    expect([await opens(again), await opens(stranger)]).toEqual([true, false]);
    for (const one of [them.phone, them.email, them.username]) {
      expect((await logIn(one)).body.error).toBe("credentials_wrong");
    }
    // What was on its way to the stranger opens nothing either, by whatever name it is entered.
    expect((await verify(them.phone, sent)).body.error).toBe("code_wrong");
    const [row] = await rowsOf<Record<string, unknown>>(door.house, "users", `id = '${them.userId}'`);
    expect(row).toMatchObject({ phone: them.phone, email: null, username: null, password_hash: null, asked_by: null });
    const [member] = await rowsOf<Record<string, unknown>>(door.house, "memberships", `user_id = '${them.userId}'`);
    expect(member).toMatchObject({ phone: them.phone, email: null });
    const [audited] = await rowsOf<{ changes: unknown }>(door.house, "audit_log", "command = 'identity.settle_keys'");
    expect(JSON.stringify(audited)).not.toContain(them.email);
    expect((await settle(again, [])).body.error).toBe("keys_settled");
  });

  it("asks once, takes nothing that is called theirs, and ends the other devices of who keeps all but those", async () => {
    const them = await hijacked();
    const owner = await byCode(them.phone);
    expect((await settle(owner, ["password", "email", "username", "devices"])).body.asked).toBeNull();
    const inside = signedIn(await logIn(them.email));
    expect(inside.user).toMatchObject({ email: them.email, username: them.username, hasPassword: true });
    expect((await keys(await byCode(them.phone))).asked).toBeNull();
    // The address shows itself later: whose it is may have been a slip, so it asks for itself, of the newest alone.
    const reader = await byCode(them.email);
    expect(await keys(reader)).toMatchObject({ asked: { by: "email", here: true } });
    expect(names(await keys(reader))).toEqual(["password", "phone", "username"]);
  });

  it("is told of who proved their own address before, and can have that off too; whoever did cannot keep the question", async () => {
    const them = await hijacked();
    const stranger = await byCode(them.email);
    expect(await keys(stranger)).toMatchObject({ asked: { by: "email", here: true } });
    const owner = await byCode(them.phone);
    expect(await keys(owner)).toMatchObject({ asked: { by: "phone", here: true } });
    expect((await keys(owner)).others).toContainEqual({ key: "email", value: "s•••@example.com", proven: true });
    const back = signedIn(await logIn(them.username)).accessToken;
    expect((await settle(back, ["password"])).body.error).toBe("confirm_contact_first");
    const last = await byCode(them.phone);
    expect((await settle(last, ["username"])).status).toBe(200);
    expect((await verify(them.email, "000000")).body.error).toBe("code_wrong");
    expect((await logIn(them.email)).body.error).toBe("credentials_wrong");
    const [row] = await rowsOf<Record<string, unknown>>(door.house, "users", `id = '${them.userId}'`);
    expect(row).toMatchObject({ email: null, email_proven_at: null, username: them.username, password_hash: null });
  });

  it("asks after a new password by a link too, and the new password may answer", async () => {
    const them = await hijacked();
    await forgot(them.phone);
    const password = "my own walk to Makkah";
    await ask(resetRoute, { body: { token: await post.linkFor(them.phone), password } });
    const { accessToken } = signedIn(await logIn(them.phone, { password }));
    expect(names(await keys(accessToken))).toEqual(["email", "username"]);
    expect((await settle(accessToken, [])).status).toBe(200);
    expect(await opens(accessToken)).toBe(true);
    expect((await logIn(them.phone, { password })).status).toBe(200);
  });
});

describe("who is not asked", () => {
  it("came by the code that made the login, also when they set a password later", async () => {
    const token = await byCode("+6281266610001");
    expect(await keys(token)).toMatchObject({ asked: null, others: [] });
    expect(await keys(await byCode("+6281266610001"))).toMatchObject({ asked: null });
  });
});

describe("a contact of my own", () => {
  it("is confirmed from inside by six digits, and then this session may answer what waits", async () => {
    const them = await hijacked();
    await byCode(them.phone);
    const inside = signedIn(await logIn(them.username)).accessToken;
    const send = (contact: string) => ask(sendRoute, { token: inside, body: { contact } });
    const confirm = (contact: string, code: string) => ask(confirmRoute, { token: inside, body: { contact, code } });
    expect((await send("email")).status).toBe(202);
    const digits = await post.codeFor(them.email);
    const wrong = digits === "000000" ? "000001" : "000000";
    expect((await confirm("email", wrong)).body.error).toBe("code_wrong");
    expect((await confirm("phone", digits)).body.error).toBe("code_wrong");
    const { body } = await confirm("email", digits);
    // What was confirmed from inside takes the question from nobody.
    expect(body).toMatchObject({ asked: { by: "phone", here: false }, others: [] });
    expect((body.contacts as { provenAt: string | null }[]).map(({ provenAt }) => provenAt !== null)).toEqual([
      true,
      true,
    ]);
    await send("phone");
    expect((await confirm("phone", await post.codeFor(them.phone))).body).toMatchObject({ asked: { here: true } });
    expect((await confirm("email", digits)).body.error).toBe("code_wrong");
    expect((await settle(inside, ["email", "password", "username"])).status).toBe(200);
    const none = await ask(sendRoute, { token: await byCode("+6281266610002"), body: { contact: "email" } });
    expect(none.body.error).toBe("contact_not_found");
    expect(post.told.filter(({ name }) => name === sessionEnded.name).length).toBeGreaterThan(0);
    expect((await ask(logInRoute, { body: { identifier: them.username, password: PASSWORD } })).status).toBe(200);
  });
});
