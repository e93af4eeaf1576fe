import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newWorld, type World } from "../support/world";
import { type Front, openFront } from "./knock";

let world: World;
let front: Front;
beforeAll(async () => {
  world = await newWorld();
  front = await openFront(world.house);
});
afterAll(async () => {
  await front.close();
  await world.close();
});

describe("what machines ask", () => {
  it("health says that the process answers, ready that it can work", async () => {
    expect(await front.knock("/health")).toMatchObject({ status: 200, text: '{"status":"ok"}' });
    expect(JSON.parse((await front.knock("/ready")).text)).toEqual({
      status: "ok",
      checks: { database: "ok", kv: "ok" },
    });
  });

  it("ready names what fails, and health goes on", async () => {
    const { ports } = world.house;
    const lame = {
      ...world.house,
      ports: { ...ports, kv: { ...ports.kv, get: () => Promise.reject(new Error("down")) } },
    };
    const other = await openFront(lame);
    const answer = await other.knock("/ready");
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.text)).toEqual({ status: "failing", checks: { database: "ok", kv: "failing" } });
    expect((await other.knock("/health")).status).toBe(200);
    await other.close();
  });
});

describe("metrics", () => {
  it("are for this machine, not for who came through a proxy", async () => {
    const other = await openFront(world.house);
    const own = await other.knock("/metrics");
    expect(own.status).toBe(200);
    expect(own.text).toContain("qafila_http_request_seconds");
    for (const headers of [{ "x-forwarded-for": "127.0.0.1" }, { "X-Forwarded-For": "6.6.6.6" }] as Record<
      string,
      string
    >[]) {
      expect(await other.knock("/metrics", { headers })).toMatchObject({ status: 404, text: "" });
    }
    await other.close();
  });

  it("are for whoever has the token, once there is one, and for nobody else", async () => {
    const metricsToken = "m".repeat(40);
    const guarded = await openFront(world.house, { metricsToken });
    expect((await guarded.knock("/metrics")).status).toBe(404);
    expect((await guarded.knock("/metrics", { headers: { authorization: "Bearer wrong" } })).status).toBe(404);
    expect((await guarded.knock("/metrics", { headers: { authorization: `Bearer ${metricsToken}` } })).status).toBe(
      200,
    );
    await guarded.close();
  });

  it("name routes by their pattern, never people or agencies by their ids", async () => {
    const other = await openFront(world.house);
    const id = world.agency.id;
    await other.knock(`/api/v1/groups/${id}`);
    const { text } = await other.knock("/metrics");
    expect(text).toContain('route="/api/v1/groups/:groupId"');
    expect(text).not.toContain(id);
    await other.close();
  });
});

describe("the browsable document", () => {
  it("comes whole from this house: no address outside, in the page, its style or its start", async () => {
    const page = await front.knock("/api/docs");
    expect(page.headers["content-type"]).toMatch(/text\/html/);
    expect(String(page.headers["content-security-policy"])).toMatch(/default-src 'self'/);
    const parts = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, at = ""]) => at);
    expect(parts.length).toBeGreaterThan(3);
    for (const at of parts) {
      expect(at).toMatch(/^\/api\/docs\/[\w.-]+$/);
      expect(await front.knock(at)).toMatchObject({ status: 200 });
    }
    const start = await front.knock("/api/docs/start.js");
    expect(start.text).toContain('url: "/api/openapi.json"');
    expect(start.text).toContain("validatorUrl: null");
    expect(page.text + start.text).not.toMatch(/https?:\/\//);
  });

  it("hands out its own files and no others", async () => {
    for (const name of ["package.json", "..%2f..%2fpackage.json", "%2e%2e/package.json", "start.js%00"]) {
      expect((await front.knock(`/api/docs/${name}`)).status).toBe(404);
    }
  });

  it("serves the description of exactly these routes, at its own address", async () => {
    const { headers, text } = await front.knock("/api/openapi.json");
    expect(headers["content-type"]).toMatch(/application\/json/);
    expect(JSON.parse(text)).toMatchObject({ openapi: "3.1.0", servers: [{ url: "http://qafila.app" }] });
  });
});
