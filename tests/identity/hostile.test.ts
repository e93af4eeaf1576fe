import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as logInRoute } from "@/app/api/v1/auth/login/route";
import { POST as registerRoute } from "@/app/api/v1/auth/register/route";
import { fenced } from "@/db/tx";
import { ask, type Doorway, logIn, newDoorway, PASSWORD, register } from "./doorway";

let door: Doorway;
beforeAll(async () => {
  door = await newDoorway();
  await register({ username: "bystander", email: "bystander@example.com" });
});
afterAll(() => door.close());

const count = async () =>
  Number(
    (
      await fenced(door.house.database, "qafila_platform", null, true, (tx) =>
        tx.execute<{ n: string }>(sql`select (select count(*) from users) + (select count(*) from sessions) as n`),
      )
    )[0]?.n,
  );

describe("hostile input changes nothing and never breaks the house", () => {
  it.each([
    ["a NUL byte", "Si\u0000ti"],
    ["a bell", "Si\u0007ti"],
    ["a line break", "Siti\nAdmin"],
    ["a mark that turns the reading direction", "Siti\u202egro.live"],
    ["half a character", "Siti\ud800"],
    ["10,000 characters", "x".repeat(10_000)],
    ["121 letters", "ش".repeat(121)],
    ["only spaces", "   "],
    ["a number", 7],
    ["null", null],
    ["a list", ["Siti"]],
    ["an object", { $ne: null }],
  ])("in a name: %s", async (_what, name) => {
    const before = await count();
    const { status, body } = await register({ username: "hostile.name", name });
    expect([status, body.error]).toEqual([422, "validation"]);
    expect(await count()).toBe(before);
  });

  it.each([
    ["right-to-left text", "سيتي أمينة بنت عبد الله"],
    ["120 emoji made of several parts", "👩🏽‍🦳".repeat(120)],
    ["an SQL fragment", "Robert'); DROP TABLE users;--"],
    ["a script", "<script>alert(1)</script>"],
    ["a template", "{{7*7}} #{7*7} %s %00"],
    ["Kazakh letters", "Әсел Құдайбергенқызы"],
  ])("but a strange name is still a name: %s", async (_what, name) => {
    const username = `n${crypto.randomUUID().slice(0, 8)}`;
    const { status, body } = await register({ username, name });
    expect(status).toBe(201);
    expect(body.user).toMatchObject({ name });
  });

  it.each([
    ["NUL", "bystander\u0000"],
    ["SQL", "' or '1'='1"],
    ["SQL with a comment", "bystander'--"],
    ["a wildcard", "bystande%"],
    ["a script", "<img src=x onerror=alert(1)>"],
    ["right-to-left", "سيتي\u202ebystander"],
    ["emoji", "🕋"],
    ["a very long phone", `+${"9".repeat(250)}`],
  ])("in the log-in field: %s", async (_what, identifier) => {
    expect([401, 422]).toContain((await logIn(identifier)).status);
  });

  it.each([
    ["10,000 characters", { identifier: "x".repeat(10_000), password: PASSWORD }],
    ["a password of 10,000", { identifier: "bystander", password: "x".repeat(10_000) }],
    ["an object", { identifier: { $gt: "" }, password: PASSWORD }],
    ["no password", { identifier: "bystander" }],
    ["an empty one", { identifier: "", password: "" }],
    ["a foreign field", { identifier: "bystander", password: PASSWORD, role: "owner" }],
    [
      "a polluted prototype",
      JSON.parse('{"identifier":"bystander","password":"a long walk to Makkah","__proto__x":1}'),
    ],
  ])("in a log-in: %s", async (_what, body) => {
    const before = await count();
    expect((await ask(logInRoute, { body })).status).toBe(422);
    expect(await count()).toBe(before);
  });

  it.each(["{", '{"name": ', "[]", "null", '"text"', "\u0000", "<xml/>", "name=Siti"])(
    "in a body that is %j",
    async (raw) => {
      const { status, body } = await ask(registerRoute, { raw });
      expect([status, body.error]).toEqual([400, "malformed"]);
      expect(body.requestId).toBeTruthy();
    },
  );

  it("in a body of two megabytes", async () => {
    const { status, body } = await ask(registerRoute, { raw: JSON.stringify({ name: "x".repeat(2_000_000) }) });
    expect([status, body.error]).toEqual([413, "body_too_large"]);
  });

  it.each([
    ["email", "no at sign"],
    ["email", "a@b"],
    ["email", `${"x".repeat(250)}@example.com`],
    ["email", "a\u0000@example.com"],
    ["phone", "12"],
    ["phone", "not a phone"],
    ["phone", "+1 2 3 4"],
    ["username", "ab"],
    ["username", "0812345678"],
    ["username", "with space"],
    ["username", "siti@aminah"],
    ["username", "ситі"],
    ["locale", "xx"],
  ])("in %s: %j", async (field, value) => {
    const given = field === "locale" ? { username: "some.one", locale: value } : { [field]: value };
    const { status, body } = await register(given);
    expect(status).toBe(422);
    expect(Object.keys((body.details as { fields: object }).fields)).toEqual([field]);
  });
});
