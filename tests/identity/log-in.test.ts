import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agencies } from "@/db/schema/agencies";
import { users } from "@/db/schema/identity";
import { fenced } from "@/db/tx";
import { hashPassword } from "@/lib/identity/commands/passwords";
import { accountKey, normalisePhone } from "@/lib/identity/rules";
import { newId } from "@/lib/kernel/ids";
import { type Doorway, logIn, newDoorway, PASSWORD, register, signedIn } from "./doorway";

let door: Doorway;
let siti: string;
beforeAll(async () => {
  door = await newDoorway();
  const given = { email: "siti@example.com", phone: "+6281234567890", username: "siti.aminah" };
  siti = signedIn(await register(given)).user.id;
  await fenced(door.house.database, "qafila_platform", null, false, (tx) =>
    tx.update(agencies).set({ country: "KZ" }).where(eq(agencies.id, door.rival.id)),
  );
});
afterAll(() => door.close());

describe("[R84] one field", () => {
  it.each([
    "siti@example.com",
    "  SITI@Example.com ",
    "siti.aminah",
    "Siti.Aminah",
    "+6281234567890",
    "+62 812 3456 7890",
    "0812-3456-7890",
    "(0812) 3456.7890",
    "0812\u20113456\u20117890",
    "6281234567890",
    "006281234567890",
    "\u202a+62 812\u00a03456\u00a07890\u202c",
    "٠٨١٢٣٤٥٦٧٨٩٠",
    "０８１２３４５６７８９０",
  ])("takes %j for the same person", async (identifier) => {
    const answer = await logIn(identifier);
    expect(answer.status).toBe(200);
    expect(signedIn(answer).user.id).toBe(siti);
  });

  it("reads a number without a country code in the country of the agency whose door it is", async () => {
    const aliya = signedIn(await register({ phone: "8 701 234 56 78" }, { agency: door.rival.slug })).user;
    expect(aliya.phone).toBe("+77012345678");
    for (const identifier of ["87012345678", "+7 701 234-56-78", "7 701 234 56 78"]) {
      const { status, body } = await logIn(identifier, { agency: door.rival.slug });
      expect([identifier, status, (body.user as { id: string } | undefined)?.id]).toEqual([identifier, 200, aliya.id]);
    }
    expect((await logIn("87012345678")).body.error).toBe("credentials_wrong");
  });

  it.each([
    ["0812-3456-7890", "ID", "+6281234567890"],
    ["0812‐3456—7890", "ID", "+6281234567890"],
    ["0812−3456‑7890", "ID", "+6281234567890"],
    ["012-345 6789", "MY", "+60123456789"],
    ["0501234567", "SA", "+966501234567"],
    ["8 701 234 56 78", "KZ", "+77012345678"],
    ["8 916 123-45-67", "RU", "+79161234567"],
    ["08123", "ID", null],
    ["call me", "ID", null],
    ["+0000000000", "ID", null],
    ["081234567890", "XX", null],
  ])("reads %j in %s as %j", (typed, country, phone) => expect(normalisePhone(typed, country)).toBe(phone));

  it("counts failed tries of one account together, however it is spelled", () => {
    const keys = ["0812-3456-7890", "+62 812 3456 7890", "6281234567890", "٠٨١٢٣٤٥٦٧٨٩٠"].map(accountKey);
    expect(new Set(keys).size).toBe(1);
    expect(accountKey(" Siti@Example.com")).toBe(accountKey("siti@example.COM"));
  });
});

describe("[R84] who may not come in", () => {
  it("hears the same for a wrong password, an unknown account and one that has no password", async () => {
    const answers = await Promise.all([
      logIn("siti.aminah", { password: "not this one" }),
      logIn("nobody.here", { password: "not this one" }),
      logIn("+6281999999999", { password: "not this one" }),
      logIn("not a name at all", { password: "not this one" }),
      logIn(`u-${door.pilgrim.userId}`, { password: "nobody's password" }),
    ]);
    const told = answers.map(({ status, body: { requestId: _, ...body } }) => ({ status, body }));
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(told[0]).toMatchObject({ status: 401, body: { error: "credentials_wrong" } });
    expect(told[0]?.body.message).not.toMatch(/on our side/);
  });

  it("works as hard for an account that does not exist as for a wrong password, so that the time it takes tells nothing", async () => {
    // How hard this process works, not how long: other work on the machine stretches now the one, now the other.
    const cost = async (identifier: string) => {
      const before = process.cpuUsage();
      await logIn(identifier, { password: "not this one" });
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    await cost("nobody.here");
    // Fewer than would run into the limit per account.
    for (let i = 0; i < 4; i += 1) {
      known.push(await cost(i % 2 ? "siti@example.com" : "siti.aminah"));
      unknown.push(await cost(`nobody.${i}`));
    }
    const middle = (costs: number[]) => costs.sort((a, b) => a - b)[1] ?? 0;
    expect(middle(unknown)).toBeGreaterThan(middle(known) / 3);
    expect(middle(known)).toBeGreaterThan(middle(unknown) / 3);
  });

  it("is slowed down after five failures on one account, in any spelling, and not after successes", async () => {
    const { user } = signedIn(await register({ phone: "+6281255500001", username: "typo.maker" }));
    for (let i = 0; i < 8; i += 1) expect((await logIn("typo.maker")).status).toBe(200);
    for (const spelled of ["081255500001", "0812 5550 0001", "+62 812 5550 0001", "6281255500001", "0812-55500001"]) {
      expect((await logIn(spelled, { password: "a typing error" })).body.error).toBe("credentials_wrong");
    }
    const sixth = await logIn("0812.5550.0001", { password: PASSWORD });
    expect([sixth.status, sixth.body.error]).toEqual([429, "rate_limited"]);
    expect(sixth.headers.get("retry-after")).toBeTruthy();
    expect(signedIn(await logIn("typo.maker")).user.id).toBe(user.id);
  });

  it("[R84] lets fifty pilgrims behind one address in, each after two typing errors", async () => {
    const headers = { "x-qafila-address": "203.0.113.7" };
    const names = Array.from({ length: 50 }, (_, i) => `hotel.guest${i}`);
    const passwordHash = await hashPassword(PASSWORD);
    const rows = names.map((username) => ({ id: newId(), personName: "Guest", username, passwordHash }));
    await fenced(door.house.database, "qafila_platform", null, false, (tx) => tx.insert(users).values(rows));
    const statuses = await Promise.all(
      names.map(async (name) => {
        await logIn(name, { password: "a typing error", headers });
        await logIn(name, { password: "another typing error", headers });
        return (await logIn(name, { headers })).status;
      }),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(50);
  });

  it("may not come in once disabled, with the same answer", async () => {
    const { user } = signedIn(await register({ username: "was.disabled" }));
    await fenced(door.house.database, "qafila_platform", null, false, (tx) =>
      tx.execute(`update users set disabled_at = now() where id = '${user.id}'`),
    );
    expect((await logIn("was.disabled")).body.error).toBe("credentials_wrong");
  });
});
