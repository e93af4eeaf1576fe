import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agencies } from "@/db/schema/agencies";
import { oneTimeCodes } from "@/db/schema/identity";
import { fenced } from "@/db/tx";
import { forgetCodes } from "@/lib/identity/commands/forget-codes";
import { newId } from "@/lib/kernel/ids";
import { openCall } from "@/server/doors/call";
import { openRuntime } from "@/server/runtime";
import { withoutLimits } from "../house/visitors";
import { rowsOf } from "../kernel/support";
import { type Doorway, newDoorway, register, signedIn } from "./doorway";
import { askCode, openPost, type Post, verify } from "./sent";

let door: Doorway;
let post: Post;
let siti: string;
beforeAll(async () => {
  door = await newDoorway(50);
  post = await openPost(door.house);
  withoutLimits(door.house);
  siti = signedIn(await register({ email: "siti@example.com", phone: "+6281234567890", username: "siti" })).user.id;
});
afterAll(() => door.close());

/** A change on the platform's side of the fence. */
const change = (work: (tx: Parameters<Parameters<typeof fenced>[4]>[0]) => Promise<unknown>) =>
  fenced(door.house.database, "qafila_platform", null, false, work);
const wrongOnes = (right: string) =>
  Array.from({ length: 5 }, (_, i) => String((Number(right) + 1 + i) % 1_000_000).padStart(6, "0"));

describe("a code", () => {
  it.each([
    ["siti@example.com", "mail", "siti@example.com"],
    ["0812-3456-7890", "sms", "+6281234567890"],
    ["siti", "mail", "siti@example.com"],
  ])("asked for by %j goes by %s, signs in once, and stands in no answer, row or fact", async (typed, via, to) => {
    const asked = await askCode(typed);
    expect([asked.status, asked.body]).toEqual([202, {}]);
    const code = await post.codeFor(to);
    expect(post.sent.at(-1)).toMatchObject({ via, to, locale: "en" });
    const kept = JSON.stringify([
      post.told,
      await rowsOf(door.house, "one_time_codes"),
      await rowsOf(door.house, "deliveries"),
    ]);
    expect(kept).not.toContain(code);
    const entered = await verify(typed, ` ${code.slice(0, 3)} ${code.slice(3)} `);
    expect([entered.status, signedIn(entered).user.id]).toEqual([200, siti]);
    expect((await verify(typed, code)).body.error).toBe("code_wrong");
    await change((tx) => tx.delete(oneTimeCodes));
  });

  it("goes by WhatsApp where that is asked for, and a phone can fill in the one of an SMS by itself", async () => {
    await askCode("+6281234567890", { channel: "whatsapp" });
    expect((await post.last("+6281234567890"))?.via).toBe("whatsapp");
    await askCode("+6281234567890");
    const { text = "", via } = (await post.last("+6281234567890")) ?? {};
    expect(via).toBe("sms");
    expect(text).toMatch(/\n\n@localhost #\d{6}$/);
    await change((tx) => tx.delete(oneTimeCodes));
  });

  it("is sent once, however often its task runs", async () => {
    await post.run();
    const before = post.sent.length;
    await askCode("siti@example.com");
    await post.run(true);
    expect(post.sent.length).toBe(before + 1);
    await change((tx) => tx.delete(oneTimeCodes));
  });

  it("[R84] is worth nothing after five wrong tries, and an older one nothing beside a newer", async () => {
    await askCode("siti@example.com");
    const first = await post.codeFor("siti@example.com");
    await askCode("siti@example.com");
    const second = await post.codeFor("siti@example.com");
    if (first !== second) expect((await verify("siti@example.com", first)).body.error).toBe("code_wrong");
    expect((await verify("siti", second)).status).toBe(200);
    await askCode("siti@example.com");
    const right = await post.codeFor("siti@example.com");
    // By its other names: the limit per account and minute is another sentence.
    const names = ["siti", "siti@example.com", "+6281234567890"];
    for (const [i, wrong] of wrongOnes(right).entries()) {
      expect((await verify(names[i % 3] ?? "", wrong)).body.error).toBe("code_wrong");
    }
    expect((await verify("siti", right)).body.error).toBe("code_wrong");
    await change((tx) => tx.delete(oneTimeCodes));
  });

  it("runs out after ten minutes", async () => {
    await askCode("siti@example.com");
    const code = await post.codeFor("siti@example.com");
    expect(await rowsOf(door.house, "one_time_codes", "expires_at = created_at + interval '10 minutes'")).toHaveLength(
      1,
    );
    await change((tx) => tx.update(oneTimeCodes).set({ expiresAt: new Date(Date.now() - 1) }));
    expect((await verify("siti@example.com", code)).body.error).toBe("code_wrong");
    await change((tx) => tx.delete(oneTimeCodes));
  });

  it("raced by fifty, each with the right digits, lets one in", async () => {
    await askCode("siti@example.com");
    const code = await post.codeFor("siti@example.com");
    const answers = await Promise.all(Array.from({ length: 50 }, () => verify("siti@example.com", code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.error === "code_wrong")).toHaveLength(49);
  });
});

describe("[R84] who asks for a code", () => {
  it("hears the same of accounts that exist and of those that do not, and nobody unknown is written to by mail", async () => {
    const answers = await Promise.all(
      ["siti@example.com", "nobody@example.com", "no.such.name", "not a name", "+6281299990001"].map((one) =>
        askCode(one),
      ),
    );
    const told = answers.map(({ status, body }) => JSON.stringify({ status, body }));
    expect(new Set(told)).toEqual(new Set([JSON.stringify({ status: 202, body: {} })]));
    const to = (await post.run()).slice(-2).map((one) => one.to);
    expect(to.sort()).toEqual(["+6281299990001", "siti@example.com"]);
    expect((await verify("nobody@example.com", "000000")).body.error).toBe("code_wrong");
  });

  it("gets three in a minute and six in an hour, in any spelling", async () => {
    openRuntime(door.house);
    const spelled = ["+6281277770001", "0812 7777 0001", "081277770001", "0812-7777-0001"];
    const statuses = [];
    for (const one of spelled) statuses.push((await askCode(one)).status);
    expect(statuses).toEqual([202, 202, 202, 429]);
    withoutLimits(door.house);
    await change((tx) =>
      tx.insert(oneTimeCodes).values(
        Array.from({ length: 6 }, () => ({
          id: newId(),
          purpose: "login" as const,
          subject: "phone:+6281277770002",
          locale: "en",
          expiresAt: new Date(),
        })),
      ),
    );
    const seventh = await askCode("+6281277770002");
    expect([seventh.status, seventh.body.error]).toEqual([429, "rate_limited"]);
    const system = openCall({
      actor: { kind: "system", task: "t" },
      agencyId: null,
      via: "task",
      now: new Date(Date.now() + 90_000_000),
    });
    await forgetCodes(system, {});
    expect(await rowsOf(door.house, "one_time_codes")).toEqual([]);
  });

  it("gets six in an hour also when thirty are asked for at once, by any of the names of a login", async () => {
    const names = ["siti@example.com", "0812-3456-7890", "siti"];
    const asked = await Promise.all(Array.from({ length: 30 }, (_, i) => askCode(names[i % 3] ?? "")));
    expect(asked.filter(({ status }) => status === 202)).toHaveLength(6);
    await change((tx) => tx.delete(oneTimeCodes));
  });

  it.each([
    [{ identifier: "siti", code: "12345" }, "code"],
    [{ identifier: "siti", code: "abcdef" }, "code"],
    [{ identifier: "siti", code: 123456 }, "code"],
    [{ identifier: "siti", code: "123456", role: "owner" }, "role"],
    [{ identifier: "", code: "123456" }, "identifier"],
  ])("with %j is told which field is wrong", async (body, field) => {
    const { status, body: told } = await verify("", "", { body });
    expect([status, Object.keys((told.details as { fields: object }).fields)]).toEqual([422, [field]]);
  });
});

describe("an unknown phone", () => {
  it("becomes a pilgrim of the agency at whose door it stood, by the name it says", async () => {
    await askCode("0812-5555-0001", { agency: door.agency.slug });
    const { text } = (await post.last("+6281255550001")) ?? {};
    expect(text).toContain("Nurani Wisata");
    const code = await post.codeFor("+6281255550001");
    const { status, body } = await verify("081255550001", code, { agency: door.agency.slug, name: "Rina Wijaya" });
    expect(status).toBe(200);
    expect(body.user).toMatchObject({
      name: "Rina Wijaya",
      phone: "+6281255550001",
      memberships: [{ agency: { slug: door.agency.slug }, roles: ["pilgrim"] }],
    });
    const [row] = await rowsOf<{ phone_proven_at: string }>(door.house, "users", "phone = '+6281255550001'");
    expect(row?.phone_proven_at).toBeTruthy();
  });

  it("[R89] comes in by the digits of whatever keyboard it has", async () => {
    await askCode("+٦٢٨١٢٥٥٥٥٠٠٠٤");
    const typed = (await post.codeFor("+6281255550004")).replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)]!);
    expect((await verify("+٦٢٨١٢٥٥٥٥٠٠٠٤", typed)).body.user).toMatchObject({ phone: "+6281255550004" });
  });

  it("belongs nowhere without an agency, is called by no more of its number than fellow travellers may see until it says its name, and is not made before the code is right", async () => {
    await askCode("+6281255550002");
    await verify("+6281255550002", "000000");
    expect(await rowsOf(door.house, "users", "phone = '+6281255550002'")).toEqual([]);
    const { body } = await verify("+6281255550002", await post.codeFor("+6281255550002"));
    expect(body.user).toMatchObject({ name: "•••• 0002", phone: "+6281255550002", memberships: [] });
  });

  it("does not become a pilgrim of an agency that is suspended", async () => {
    await change((tx) => tx.update(agencies).set({ status: "suspended" }));
    await askCode("+6281255550003", { agency: door.rival.slug });
    const { body } = await verify("+6281255550003", await post.codeFor("+6281255550003"), { agency: door.rival.slug });
    expect(body.error).toBe("agency_read_only");
    expect(await rowsOf(door.house, "users", "phone = '+6281255550003'")).toEqual([]);
  });
});
