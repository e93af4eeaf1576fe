import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memberships } from "@/db/schema/agencies";
import { users } from "@/db/schema/identity";
import { auditLog } from "@/db/schema/kernel";
import { fenced } from "@/db/tx";
import { User } from "@/lib/identity/contract";
import { type Doorway, newDoorway, PASSWORD, register, signedIn } from "./doorway";

let door: Doorway;
beforeAll(async () => {
  door = await newDoorway(20);
});
afterAll(() => door.close());

const platform = <T>(work: Parameters<typeof fenced<T>>[4]) =>
  fenced(door.house.database, "qafila_platform", null, false, work);
const count = async () => Number((await platform((tx) => tx.execute(sql`select count(*) as n from users`)))[0]?.n);

describe("somebody who registers", () => {
  it.each([
    ["an e-mail", { email: "Siti@Example.com" }, { email: "siti@example.com" }],
    ["a phone", { phone: "0812-3456-7000" }, { phone: "+6281234567000" }],
    ["a user name", { username: "Siti.Aminah" }, { username: "Siti.Aminah" }],
  ])("may use %s alone, and is signed in at once", async (_what, given, shown) => {
    const answer = await register(given);
    expect(answer.status).toBe(201);
    const { user, accessToken, refreshToken, expiresIn } = signedIn(answer);
    expect(user).toMatchObject({ name: "Siti Aminah", memberships: [], ...shown });
    expect(User.parse(user)).toEqual(user);
    expect(accessToken.split(".")).toHaveLength(3);
    expect(refreshToken).toMatch(/^[\w-]{43}$/);
    expect(expiresIn).toBe(900);
  });

  it("must give at least one of them", async () => {
    const { status, body } = await register({});
    expect(status).toBe(422);
    expect(body).toMatchObject({ error: "validation", details: { fields: { email: ["required"] } } });
  });

  it.each([
    ["email", { email: "twice@example.com" }, { email: "TWICE@example.COM" }],
    ["phone", { phone: "+62 811 1111 222" }, { phone: "0811-1111-222" }],
    ["phone", { phone: "0811 1111 333" }, { phone: "628111111333" }],
    ["username", { username: "twice.again" }, { username: "Twice.Again" }],
  ])("is told when the %s is taken, however it is written", async (field, first, second) => {
    expect((await register(first)).status).toBe(201);
    const before = await count();
    const { status, body } = await register(second);
    expect(status).toBe(409);
    expect(body).toMatchObject({ error: "identifier_taken", details: { field } });
    expect(await count()).toBe(before);
  });

  it("gets the name once when twenty ask for it at the same moment", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => register({ username: "race.winner" })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.error === "identifier_taken")).toHaveLength(19);
  });

  it("becomes a pilgrim of the agency whose door it was, by header or by host, and of no other", async () => {
    const { slug, id } = door.agency;
    const byHeader = signedIn(await register({ username: "by.header" }, { agency: slug }));
    expect(byHeader.user.memberships).toEqual([
      { agency: { id, slug, name: "Nurani Wisata" }, roles: ["pilgrim"], grants: [] },
    ]);
    const byHost = await register({ username: "by.host" }, { headers: { host: `my.${slug}.localhost:3000` } });
    expect(signedIn(byHost).user.memberships).toMatchObject([{ agency: { slug }, roles: ["pilgrim"] }]);
    const nowhere = await register({ username: "by.nobody" }, { agency: "no-such-agency" });
    expect(signedIn(nowhere).user.memberships).toEqual([]);
  });

  it("[R83] cannot bring a role, a super admin flag or an agency in the body", async () => {
    const before = await count();
    for (const extra of [{ role: "owner" }, { roles: ["owner"] }, { superAdmin: true }, { agencyId: door.agency.id }]) {
      const { status, body } = await register({ username: "climber", ...extra });
      expect(status).toBe(422);
      const [field = ""] = Object.keys(extra);
      expect(body).toMatchObject({ error: "validation", details: { fields: { [field]: ["unknown_field"] } } });
    }
    expect(await count()).toBe(before);
  });

  it.each([
    ["too short", "nine char", "too_small"],
    ["too long", "x".repeat(201), "too_big"],
    ["the user name itself", "same.as.name", "same_as_identifier"],
  ])("is told why a password that is %s is refused", async (_what, password, reason) => {
    const { status, body } = await register({ username: "Same.As.Name", password });
    expect(status).toBe(422);
    expect(body).toMatchObject({ details: { fields: { password: [reason] } } });
  });

  it("is the same login when the request is repeated with its key, and another body is refused", async () => {
    const headers = { "idempotency-key": "once-1" };
    const first = signedIn(await register({ username: "only.once" }, { headers }));
    const again = await register({ username: "only.once" }, { headers });
    expect(again.status).toBe(201);
    expect(signedIn(again).user.id).toBe(first.user.id);
    expect(signedIn(again).refreshToken).not.toBe(first.refreshToken);
    const other = await register({ username: "only.once", password: `${PASSWORD} 2` }, { headers });
    expect(other.body).toMatchObject({ error: "idempotency_mismatch" });
  });

  it("[R87] leaves an audit row that names what changed and tells no secret and nothing personal", async () => {
    const { user } = signedIn(await register({ email: "audited@example.com", phone: "0815 0000 111" }));
    const rows = await platform((tx) =>
      tx
        .select()
        .from(auditLog)
        .where(sql`command = 'identity.register' and changes::text like ${`%${user.id}%`}`),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ actor: "nobody", via: "http" });
    const text = JSON.stringify(rows[0]);
    expect(text).toContain("passwordHash");
    for (const hidden of ["argon2", "audited@", "81500", "Siti", PASSWORD]) expect(text).not.toContain(hidden);
  });

  it("keeps the password only as an argon2id hash", async () => {
    const { user } = signedIn(await register({ username: "hashed" }));
    const [row] = await platform((tx) => tx.select().from(users).where(eq(users.id, user.id)));
    expect(row?.passwordHash).toMatch(/^\$argon2id\$/);
  });

  it("gets no membership in a suspended agency, which says that it is paused", async () => {
    await platform((tx) => tx.execute(sql`update agencies set status = 'suspended' where id = ${door.rival.id}`));
    const { status, body } = await register({ username: "too.late" }, { agency: door.rival.slug });
    expect([status, body.error]).toEqual([403, "agency_read_only"]);
    const rows = await platform((tx) => tx.select().from(memberships).where(eq(memberships.agencyId, door.rival.id)));
    expect(rows).toHaveLength(1);
  });
});
