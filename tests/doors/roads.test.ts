import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ARABIC_DIGITS, locales } from "@/lib/i18n/locales";
import { translateError } from "@/lib/i18n/translate";
import { newId } from "@/lib/kernel/ids";
import { ADDRESS_HEADER } from "@/server/doors/rate-limit";
import { apiServer } from "@/server/http/api";
import { type Route, routes } from "@/server/http/routes.gen";
import { openStage, type Stage } from "../house/stage";
import { type Asked, askOf, callerOf, signIn, withoutLimits } from "../house/visitors";

let stage: Stage;
let app: ReturnType<typeof apiServer>;
let token: Record<"owner" | "admin" | "leader" | "pilgrim" | "otherPilgrim" | "superAdmin", string>;
beforeAll(async () => {
  // Some answers tell the hour; on both roads it is the same one.
  vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
  stage = await openStage();
  withoutLimits(stage.world.house);
  app = apiServer();
  const { house, owner, admin, leader, pilgrim, otherPilgrim, superAdmin } = stage.world;
  token = {
    owner: await signIn(house, owner),
    admin: await signIn(house, admin),
    leader: await signIn(house, leader),
    pilgrim: await signIn(house, pilgrim),
    otherPilgrim: await signIn(house, otherPilgrim),
    superAdmin: await signIn(house, superAdmin),
  };
});
afterAll(async () => {
  vi.useRealTimers();
  await stage.close();
});

type Sent = { method: string; path: string; headers?: Record<string, string>; body?: string };
const request = ({ method, path, headers, body }: Sent) =>
  new Request(`http://localhost:3000${path}`, {
    method,
    body,
    headers: { host: "localhost:3000", "x-request-id": "the-same", ...headers },
  });

const told = async (response: Response) => ({
  status: response.status,
  headers: Object.fromEntries(
    [...response.headers].filter(([name]) => !name.startsWith("ratelimit") && name !== "content-length"),
  ),
  text: await response.text(),
});

/** What our own server says, and what the route's function says as Next would call it. */
async function onBothRoads(route: Route, asked: Asked, sent: Omit<Sent, "method" | "path">) {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(asked.params[name] ?? ""));
  const query =
    ["GET", "DELETE"].includes(route.method) && Object.keys(asked.body).length
      ? `?${new URLSearchParams(asked.body as Record<string, string>)}`
      : "";
  const whole = { ...sent, method: route.method, path: path + query };
  return [
    await told(await app.fetch(request(whole))),
    await told(await route.endpoint(request(whole), { params: Promise.resolve(asked.params) })),
  ] as const;
}

const bearer = (route: Route, more: Record<string, string> = {}) => {
  const caller = callerOf(route);
  return { authorization: caller ? `Bearer ${token[caller]}` : "", "content-type": "application/json", ...more };
};
const gets = routes.filter(({ method, endpoint }) => method === "GET" && !endpoint.operation.options.read);
const posts = routes.filter(({ method }) => method !== "GET");

/** Opened by the link that was given out, and by no address alone. */
const SIGNED = /proofs\/:id\/file$/;

describe("both roads (ARCHITECTURE 6)", () => {
  it.each(gets)("answer $method $path alike, to who may and to nobody", async (route) => {
    const asked = askOf(stage, route);
    const [ours, nexts] = await onBothRoads(route, asked, { headers: bearer(route) });
    expect(ours).toEqual(nexts);
    expect(SIGNED.test(route.path) ? [404] : [200, 204]).toContain(ours.status);
    const [a, b] = await onBothRoads(route, asked, {});
    expect(a).toEqual(b);
  });

  it.each(posts)("refuse $method $path alike", async (route) => {
    const { params } = askOf(stage, route);
    const deletes = route.method === "DELETE";
    for (const body of deletes ? [undefined] : ["{", JSON.stringify({ zzz: 1 })]) {
      const [ours, nexts] = await onBothRoads(route, { params, body: { zzz: "1" } }, { headers: bearer(route), body });
      expect(ours).toEqual(nexts);
      // A companion app is told "delivered" for whatever is no position.
      if (!route.endpoint.operation.options.read) expect(ours.status).toBeGreaterThanOrEqual(400);
    }
  });

  it("share one memory of what was done: a key used on one is replayed on the other", async () => {
    const create = routes.find(({ method, path }) => method === "POST" && path === "/api/v1/branches")!;
    const headers = bearer(create, { "idempotency-key": newId() });
    const asked = { params: {}, body: {} };
    const body = JSON.stringify({ name: "Barat", city: "Bandung", timeZone: "Asia/Jakarta" });
    const [first, replayed] = await onBothRoads(create, asked, { headers, body });
    expect(first.status).toBe(201);
    // What is kept comes back with its fields in another order.
    const said = ({ text, ...rest }: typeof first) => ({ ...rest, body: JSON.parse(text) as unknown });
    expect(said(replayed)).toEqual(said(first));
    const list = routes.find(({ method, path }) => method === "GET" && path === "/api/v1/branches")!;
    const [all] = await onBothRoads(list, asked, { headers: bearer(list) });
    expect(all.text.match(/Bandung/g)).toHaveLength(1);
  });

  it("do not guess which of two answers was meant: a question asked twice is refused by its name", async () => {
    const headers = { authorization: `Bearer ${token.owner}` };
    for (const query of ["limit=1&limit=2", "limit=1&q=a&limit=1", "%6cimit=1&limit=2"]) {
      const response = await app.fetch(request({ method: "GET", path: `/api/v1/groups?${query}`, headers }));
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({
        error: "validation",
        details: { fields: { limit: ["repeated"] } },
      });
    }
  });

  it("give what was only looked at a tag, and nothing when it is known", async () => {
    const read = routes.find(({ method, path }) => method === "GET" && path === "/api/v1/agency")!;
    const asked = { params: {}, body: {} };
    const [fresh] = await onBothRoads(read, asked, { headers: bearer(read) });
    const tag = fresh.headers.etag ?? "";
    const [known, same] = await onBothRoads(read, asked, { headers: bearer(read, { "if-none-match": tag }) });
    expect(known).toMatchObject({ status: 304, text: "", headers: { etag: tag } });
    expect(same).toEqual(known);
    expect(fresh.headers["cache-control"]).toBe("private, no-cache");
  });
});

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await app.fetch(request({ method: "GET", path, headers }));
  return { response, body: (await response.json()) as Record<string, unknown> };
};

describe("a refusal (API.md)", () => {
  it.each(["/api/v1/groups", "/api/v1/nothing", "/api/nothing/at/all"])(
    "of %s has a code, a sentence and the request's id, and nothing else",
    async (path) => {
      const { response, body } = await get(path);
      expect(Object.keys(body).sort()).toEqual(["error", "message", "requestId"]);
      expect(body.requestId).toBe("the-same");
      expect(response.headers.get("x-request-id")).toBe("the-same");
      expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    },
  );

  it.each(locales)("speaks %s when asked, in routes and beside them", async (locale) => {
    const headers = { "accept-language": `${locale};q=0.9, en;q=0.1` };
    expect((await get("/api/v1/groups", headers)).body.message).toBe(translateError(locale, "unauthenticated"));
    expect((await get("/api/v1/nothing", headers)).body.message).toBe(translateError(locale, "not_found"));
  });

  it("[R89] speaks Arabic in its own digits to a page that is read in them", async () => {
    const headers = { "accept-language": ARABIC_DIGITS, "idempotency-key": " ", "content-type": "application/json" };
    const response = await app.fetch(request({ method: "POST", path: "/api/v1/groups/join", headers, body: "{}" }));
    const { error, message } = (await response.json()) as { error: string; message: string };
    expect([error, message.match(/[\d٠-٩]+/g)]).toEqual(["idempotency_key_invalid", ["١", "٢٠٠"]]);
  });

  it("speaks English to who asks for nothing or for what we do not speak", async () => {
    for (const language of ["", "xx", "*", "de-CH, fr;q=0.5", "x".repeat(10_000), ";;;q=,"]) {
      const { body } = await get("/api/v1/groups", { "accept-language": language });
      expect(body.message).toBe(translateError("en", "unauthenticated"));
    }
  });

  it("names its request by our own id when the given one is odd", async () => {
    for (const odd of ["", "a b", "x".repeat(101), "<script>"]) {
      const { body } = await get("/api/v1/groups", { "x-request-id": odd });
      expect(body.requestId).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

const UNKNOWN = { status: 404, error: "join_code_unknown" };
describe("an Idempotency-Key", () => {
  const post = async (path: string, key: string, body: object) => {
    const headers = {
      authorization: `Bearer ${token.owner}`,
      "idempotency-key": key,
      "content-type": "application/json",
    };
    const response = await app.fetch(request({ method: "POST", path, headers, body: JSON.stringify(body) }));
    return { status: response.status, error: ((await response.json()) as { error?: string }).error };
  };

  it("[R13] replays that a join code is unknown, though it stands before every agency", async () => {
    const [key, path] = [newId(), "/api/v1/groups/join"];
    for (const _ of [1, 2]) expect(await post(path, key, { code: "2222 2222" })).toEqual(UNKNOWN);
    const mismatch = { status: 409, error: "idempotency_mismatch" };
    expect(await post(path, key, { code: stage.joinCode })).toEqual(mismatch);
    expect(await post(path, newId(), { code: stage.joinCode })).toMatchObject({ status: 200 });
  });

  it("[R13] replays a 422, and refuses its key to another body", async () => {
    const [key, path] = [newId(), "/api/v1/branches"];
    const bad = { name: "", city: "Y", timeZone: "Asia/Jakarta" };
    for (const _ of [1, 2]) expect(await post(path, key, bad)).toEqual({ status: 422, error: "validation" });
    expect(await post(path, key, { ...bad, name: "X" })).toEqual({ status: 409, error: "idempotency_mismatch" });
  });

  it("[R13] of a stranger is his own: two who choose the same one at different addresses both register", async () => {
    const key = newId();
    const register = async (username: string, address: string) => {
      const headers = { "idempotency-key": key, "content-type": "application/json", [ADDRESS_HEADER]: address };
      const body = JSON.stringify({ name: "Siti Aminah", username, password: "a long walk to Makkah" });
      const response = await app.fetch(request({ method: "POST", path: "/api/v1/auth/register", headers, body }));
      const { user, error } = (await response.json()) as { user?: { username: string }; error?: string };
      return [response.status, user?.username ?? error];
    };
    expect(await register("siti.one", "10.0.0.1")).toEqual([201, "siti.one"]);
    expect(await register("siti.two", "10.0.0.2")).toEqual([201, "siti.two"]);
    expect(await register("siti.three", "10.0.0.1")).toEqual([409, "idempotency_mismatch"]);
  });

  it.each(["", "a b", "x".repeat(201), "ключ"].filter((key) => /^[\x20-\x7e]*$/.test(key)))(
    "that is none is refused: '%s'",
    async (key) => {
      const headers = {
        authorization: `Bearer ${token.owner}`,
        "idempotency-key": key,
        "content-type": "application/json",
      };
      const body = JSON.stringify({ name: "X", city: "Y", timeZone: "Asia/Jakarta" });
      const response = await app.fetch(request({ method: "POST", path: "/api/v1/branches", headers, body }));
      expect(await response.json()).toMatchObject({ error: "idempotency_key_invalid" });
    },
  );
});
