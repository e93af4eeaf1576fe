import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as rotate } from "@/app/api/v1/groups/[groupId]/code/rotate/route";
import { DELETE as remove } from "@/app/api/v1/groups/[groupId]/members/[userId]/route";
import { GET as members } from "@/app/api/v1/groups/[groupId]/members/route";
import { GET as read, PATCH as update } from "@/app/api/v1/groups/[groupId]/route";
import { PUT as sharing } from "@/app/api/v1/groups/[groupId]/sharing/route";
import { POST as join } from "@/app/api/v1/groups/join/route";
import { POST as create, GET as list } from "@/app/api/v1/groups/route";
import { newId } from "@/lib/kernel/ids";
import { type Asking, ask, type Doorway, newDoorway } from "../identity/doorway";
import { asOwner } from "../inventory/support";

let door: Doorway;
let owner: string;
beforeAll(async () => {
  door = await newDoorway();
  owner = (await door.person("owner.http", { agencyId: door.agency.id, roles: ["owner"] })).accessToken;
});
afterAll(() => door.close());

const address = (n: string) => ({ "x-qafila-address": n });
const day = 86_400_000;
const iso = (days: number) => new Date(Date.now() + days * day).toISOString();
let opened = 3;
/** The first is number 4; every next one bears its own. */
const trip = (more: object = {}) => ({
  number: ++opened,
  name: "Umrah A",
  startsAt: iso(-2),
  endsAt: iso(5),
  timeZone: "Asia/Riyadh",
  capacity: 60,
  ...more,
});
const open = async (more: object = {}, asking: Asking = {}) => {
  const answer = await ask(create, { token: owner, body: trip(more), ...asking });
  expect(answer.status).toBe(201);
  return answer.body as { id: string; joinCode: string };
};

describe("a group over REST", () => {
  it("is created once per Idempotency-Key, read, listed and changed", async () => {
    const headers = { "idempotency-key": newId() };
    const body = trip();
    const first = await ask(create, { token: owner, body, headers });
    const again = await ask(create, { token: owner, body, headers });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    const params = { groupId: String(first.body.id) };
    expect(await ask(update, { token: owner, method: "PATCH", params, body: { name: "Umrah B" } })).toMatchObject({
      status: 200,
      body: { name: "Umrah B" },
    });
    expect(await ask(read, { token: owner, method: "GET", params })).toMatchObject({
      status: 200,
      body: { name: "Umrah B", state: "running" },
    });
    expect(((await ask(list, { token: owner, method: "GET" })).body.data as unknown[]).length).toBeGreaterThan(0);
  });

  it("[R13] is the same body to its Idempotency-Key however its fields are ordered, and another one when a word differs", async () => {
    const meetingPoint = { lat: 21.4210447, lng: 39.8258406, label: "Gate 1" };
    const body = trip({ meetingPoint });
    const turned = (fields: object) => Object.fromEntries(Object.entries(fields).reverse());
    const asked = { token: owner, headers: { "idempotency-key": newId() } };
    const first = await ask(create, { ...asked, body });
    const again = await ask(create, { ...asked, body: turned({ ...body, meetingPoint: turned(meetingPoint) }) });
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id } });
    const other = { ...body, meetingPoint: { ...meetingPoint, label: "Gate 2" } };
    expect(await ask(create, { ...asked, body: other })).toMatchObject({
      status: 409,
      body: { error: "idempotency_mismatch" },
    });
  });

  it("is not written down from bytes that are no UTF-8: the name would be another one", async () => {
    const raw = (encoding: BufferEncoding) => Buffer.from(JSON.stringify(trip({ name: "José" })), encoding);
    expect(await ask(create, { token: owner, raw: raw("latin1") })).toMatchObject({
      status: 400,
      body: { error: "malformed" },
    });
    expect(await ask(create, { token: owner, raw: raw("utf8") })).toMatchObject({
      status: 201,
      body: { name: "José" },
    });
  });

  it("[R13] repeats what was answered, also when a group is spelled otherwise since", async () => {
    const asked = { token: owner, body: trip(), headers: { "idempotency-key": newId() } };
    const first = await ask(create, asked);
    await asOwner(door, (owned) =>
      owned.begin((sql) => [
        sql`alter table idempotency_keys no force row level security`,
        sql`update idempotency_keys set
          answer = jsonb_build_object('result', (answer->'result') - 'capacity' || '{"places": 60}'::jsonb)
          where key = ${asked.headers["idempotency-key"]}`,
        sql`alter table idempotency_keys force row level security`,
      ]),
    );
    const { capacity, ...rest } = first.body;
    expect(await ask(create, asked)).toMatchObject({ status: 201, body: { ...rest, places: capacity } });
  });

  it("takes in a new person by its code alone, who sees it at once and shares", async () => {
    const group = await open();
    const somebody = await door.person("new.pilgrim");
    const params = { groupId: group.id };
    const token = somebody.accessToken;
    expect(await ask(read, { token, method: "GET", params })).toMatchObject({
      status: 400,
      body: { error: "agency_required" },
    });
    expect(await ask(join, { token, body: { code: group.joinCode.toLowerCase() } })).toMatchObject({
      status: 200,
      body: { outcome: "joined", agency: { slug: door.agency.slug } },
    });
    await expect.poll(async () => (await ask(read, { token, method: "GET", params })).status).toBe(200);
    expect(await ask(sharing, { token, method: "PUT", params, body: { state: "on" } })).toMatchObject({
      status: 200,
      body: { sharesNow: true },
    });
    expect(await ask(members, { token, method: "GET", params })).toMatchObject({
      body: { data: [{ userId: somebody.userId, sharing: "on" }] },
    });
    expect(
      (await ask(remove, { token, method: "DELETE", params: { ...params, userId: somebody.userId } })).status,
    ).toBe(204);
    await expect
      .poll(async () => (await ask(read, { token, method: "GET", params })).body.error)
      .toBe("group_not_found");
  });

  it("repeats the same answer for the same join with its Idempotency-Key", async () => {
    const group = await open();
    const { accessToken: token } = await door.person("twice.pilgrim");
    const headers = { "idempotency-key": newId() };
    const first = await ask(join, { token, headers, body: { code: group.joinCode } });
    expect((await ask(join, { token, headers, body: { code: group.joinCode } })).body).toEqual(first.body);
  });

  it("[R84] fifty pilgrims behind one address, with three typos each, all get in", async () => {
    const group = await open();
    const people = [];
    for (let i = 0; i < 50; i += 1) people.push(await door.person(`hotel.${i}`));
    const outcomes = await Promise.all(
      people.map(async ({ accessToken: token }, i) => {
        const tries = [`ZZZZ-ZZ${10 + i}`, "YYYY-YYYY", "half", group.joinCode];
        let last: unknown;
        for (const code of tries)
          last = (await ask(join, { token, body: { code }, headers: address("198.51.100.7") })).body;
        return (last as { outcome?: string; error?: string }).outcome ?? last;
      }),
    );
    expect(outcomes).toEqual(Array(50).fill("joined"));
  });

  it("[R84] one account that guesses on is stopped, and told when to come back", async () => {
    const { accessToken: token } = await door.person("guesser");
    const answers = [];
    for (let i = 0; i < 30; i += 1)
      answers.push(await ask(join, { token, body: { code: `0000-00${10 + i}` }, headers: address("198.51.100.8") }));
    expect(answers[0]!.body.error).toBe("join_code_unknown");
    const last = answers.at(-1)!;
    expect([last.status, last.body.error]).toEqual([429, "rate_limited"]);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("[R84] unknown, rotated and malformed codes read the same, byte for byte", async () => {
    const group = await open();
    const { accessToken: token } = await door.person("reader");
    await ask(rotate, { token: owner, params: { groupId: group.id } });
    const bodies = [];
    for (const code of ["ZZZZ-ZZZZ", group.joinCode, "'; drop table groups;--", "\u0000"]) {
      const { status, body } = await ask(join, { token, body: { code }, headers: { "x-request-id": "same" } });
      bodies.push(JSON.stringify([status, body]));
    }
    expect(new Set(bodies).size).toBe(1);
  });

  it("[R83] does not know a role in the body", async () => {
    const group = await open();
    const { accessToken: token } = await door.person("climber");
    const answer = await ask(join, { token, body: { code: group.joinCode, role: "leader" } });
    expect(answer).toMatchObject({ status: 422, body: { details: { fields: { role: ["unknown_field"] } } } });
  });
});
