import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryKv } from "@/server/adapters/kv.memory";
import { ADDRESS_HEADER } from "@/server/doors/rate-limit";
import { limiter } from "@/server/http/limits";
import { signIn } from "../house/visitors";
import { newWorld, type World } from "../support/world";
import { type Front, openFront } from "./knock";

let world: World;
const fronts: Front[] = [];
const open = async (...given: Parameters<typeof openFront> extends [unknown, ...infer Rest] ? Rest : never) => {
  const front = await openFront(world.house, ...given);
  fronts.push(front);
  return front;
};
let plain: Front;
beforeAll(async () => {
  world = await newWorld();
  plain = await open();
});
afterAll(async () => {
  for (const front of fronts) await front.close();
  await world.close();
});

describe("every answer", () => {
  it.each(["/", "/sign-in", "/api/v1/groups", "/api/nothing", "/health", "/api/docs"])(
    "%s carries the security headers",
    async (path) => {
      const { headers } = await plain.knock(path);
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "strict-origin-when-cross-origin",
        "cross-origin-opener-policy": "same-origin",
      });
      expect(headers["permissions-policy"]).toContain("geolocation=(self)");
      expect(headers).not.toHaveProperty("strict-transport-security");
      expect(headers).not.toHaveProperty("x-powered-by");
    },
  );

  it("promises TLS only where we stand behind it", async () => {
    const secure = await open({ publicUrl: "https://qafila.app" });
    expect((await secure.knock("/")).headers["strict-transport-security"]).toMatch(/max-age=31536000/);
  });

  it("of a page runs only scripts of this very response", async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i += 1) {
      const { headers } = await plain.knock("/sign-in", {
        headers: { "x-nonce": "chosen", "content-security-policy": "script-src *" },
      });
      const policy = String(headers["content-security-policy"]);
      const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? "";
      expect(policy).not.toMatch(/chosen|script-src \*|unsafe-eval|script-src[^;]*unsafe-inline/);
      expect(plain.seen.at(-1)?.headers).toMatchObject({ "x-nonce": nonce, "content-security-policy": policy });
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it("lets tiles be loaded from where the operator says, and nothing else", async () => {
    const imagesOf = async (tileUrl: string | null) => {
      const { knock } = await open({ tileUrl, tileAttribution: "©" });
      return /img-src 'self' data: blob:([^;]*);/.exec(
        String((await knock("/")).headers["content-security-policy"]),
      )?.[1];
    };
    expect(await imagesOf("https://{s}.tiles.example/{z}/{x}/{y}.png")).toBe(" https://*.tiles.example");
    expect(await imagesOf("https://tiles.example:8443/{s}/{z}/{x}/{y}.png?key={k}")).toBe(
      " https://tiles.example:8443",
    );
    expect(await imagesOf("/tiles/{z}/{x}/{y}.png")).toBe("");
    expect(await imagesOf(null)).toBe("");
  });
});

describe("[R81] at the front", () => {
  it.each([
    "evil.example",
    "QAFILA.APP",
    "qafila.app.",
    "nurani.evil.example",
    "xn--nurni-wqa.qafila.app",
    "api.qafila.app",
  ])("a host that is not ours finds nothing: '%s'", async (host) => {
    for (const path of ["/", "/api/v1/groups", "/api/docs", "/a/nurani/office"]) {
      expect(await plain.knock(path, { host })).toMatchObject({ status: 404, text: "Not found" });
    }
  });

  it("an agency that does not exist is found by nobody, and told apart from none by nobody", async () => {
    const { house, owner, agency } = world;
    const token = await signIn(house, owner);
    const asks = async (host: string, headers: Record<string, string> = {}) => {
      const { status, text } = await plain.knock("/api/v1/agency", { host, headers });
      return [status, (JSON.parse(text) as { error?: string }).error];
    };
    const authorization = `Bearer ${token}`;
    for (const host of ["nosuch.localhost:3000", "nosuch.qafila.app", `${world.rival.slug}.localhost`]) {
      expect(await asks(host, { authorization })).toEqual([404, "agency_not_found"]);
      expect(await asks(host)).toEqual([401, "unauthenticated"]);
    }
    expect(await asks(`${agency.slug}.localhost`, { authorization })).toEqual([200, undefined]);
    expect((await plain.knock("/", { host: "nosuch.localhost" })).headers.location).toBe("/a/nosuch");
  });

  it("machines may ask how we are under any name", async () => {
    for (const host of ["10.0.0.7:3000", "evil.example", "UPPER"])
      expect((await plain.knock("/health", { host })).status).toBe(200);
  });

  it("no header tells us another host than the one that was asked", async () => {
    const headers = {
      "x-forwarded-host": "aqjol.qafila.app",
      "X-Forwarded-Host": "aqjol.qafila.app",
      forwarded: "host=aqjol.qafila.app",
    };
    await plain.knock("/a/nurani/office", { host: "nurani.qafila.app", headers });
    expect(plain.seen.at(-1)?.headers).not.toHaveProperty("x-forwarded-host");
    expect((await plain.knock("/a/aqjol/office", { host: "nurani.qafila.app", headers })).status).toBe(404);
  });

  it("of Next's own, for an action of another page, is what was asked of us first; whoever makes that up is not heard", async () => {
    await plain.knock("/a/nurani/lead", { host: "nurani.qafila.app" });
    const { headers } = plain.seen.at(-1)!;
    const asked = String(headers["x-qafila-asked"]);
    const again = (word: string) =>
      plain.knock("/a/nurani/my", { host: "127.0.0.1", headers: { "x-qafila-asked": word } });
    expect((await again(asked)).status).toBe(200);
    const second = plain.seen.at(-1)!.headers;
    expect([second.host, second[ADDRESS_HEADER]]).toEqual(["nurani.qafila.app", headers[ADDRESS_HEADER]]);
    await again(asked.replace(/^\S+/, "made-up"));
    expect(plain.seen.at(-1)!.headers.host).toBe("127.0.0.1");
  });

  it("of Next's own comes to a page by Next's name for it, on an agency's host too; nobody else does, nor to what is not there", async () => {
    const host = "nurani.qafila.app";
    await plain.knock("/a/nurani/lead", { host });
    const headers = { "x-qafila-asked": String(plain.seen.at(-1)!.headers["x-qafila-asked"]) };
    const answers = async (path: string, more: Parameters<typeof plain.knock>[1]) =>
      (await plain.knock(path, more)).status;
    const page = "/a/[agency]/lead/[group]/roster";
    expect(await answers(page, { host: "127.0.0.1", headers })).toBe(200);
    expect(await answers(page, { host })).toBe(404);
    for (const path of ["/a/aqjol/lead", "/admin/agencies", "/a/[agency]/../aqjol"])
      expect([path, await answers(path, { host: "127.0.0.1", headers })]).toEqual([path, 404]);
  });

  it("Next asks us itself the way we are asked, without TLS, whatever stands in front of us", async () => {
    await plain.knock("/a/nurani/lead", { headers: { "x-forwarded-proto": "https" } });
    expect(plain.seen.at(-1)!.headers).not.toHaveProperty("x-forwarded-proto");
  });

  it("an agency's host leads to its page, a surface's to its surface", async () => {
    const home = async (host: string) => (await plain.knock("/", { host })).headers.location;
    expect(await home("nurani.qafila.app")).toBe("/a/nurani");
    expect(await home("lead.nurani.qafila.app:3000")).toBe("/a/nurani/lead");
  });

  it("the platform's own host leads to the platform, and shows no agency", async () => {
    const { status, headers } = await plain.knock("/", { host: "admin.qafila.app" });
    expect([status, headers.location]).toEqual([307, "/admin"]);
    expect((await plain.knock("/a/nurani", { host: "admin.qafila.app" })).status).toBe(404);
  });

  it("no detour leads from one agency's host to another's page", async () => {
    const seen = plain.seen.length;
    for (const path of ["/x/../a/aqjol", "/a/nurani/../aqjol", "/x/%2e%2e/a/aqjol", "/x/..%5ca/aqjol", "/\\a/aqjol"]) {
      const heard = await plain.shout(`GET ${path} HTTP/1.1\r\nHost: nurani.qafila.app\r\nConnection: close\r\n\r\n`);
      expect([path, heard.split("\r\n")[0]]).toEqual([path, "HTTP/1.1 404 Not Found"]);
    }
    expect(plain.seen.length).toBe(seen);
  });

  it("browsers that ask for an icon by its old name are shown ours", async () => {
    expect(await plain.knock("/favicon.ico")).toMatchObject({ status: 307, headers: { location: "/icon.svg" } });
  });

  it("what no browser sends is answered, and the next caller too", async () => {
    const odd = [
      "GET http://evil.example/ HTTP/1.1\r\nHost: qafila.app\r\nConnection: close\r\n\r\n",
      "GET /api/v1/groups HTTP/1.1\r\nHost: qafila.app\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
      "GET /api/v1/groups HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
      "GET /health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
      "GET /ready HTTP/1.1\r\nHost: [::\r\nConnection: close\r\n\r\n",
      "GET /api/v1/%zz/%00 HTTP/1.1\r\nHost: qafila.app\r\nConnection: close\r\n\r\n",
      "GET /api/v1/../../etc/passwd HTTP/1.1\r\nHost: qafila.app\r\nConnection: close\r\n\r\n",
      "POST /api/v1/positions HTTP/1.1\r\nHost: qafila.app\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n",
      "nonsense\r\n\r\n",
    ];
    for (const text of odd) {
      const heard = await plain.shout(text);
      expect([text, /^HTTP\/1\.1 (2|3|4)\d\d/.test(heard)]).toEqual([text, true]);
      expect(heard).not.toMatch(/root:|stack|node_modules/);
    }
    expect((await plain.knock("/health")).status).toBe(200);
  });
});

describe("where a call comes from", () => {
  const address = async (front: Front, headers: Record<string, string>) => {
    await front.knock("/sign-in", { headers });
    return front.seen.at(-1)?.headers[ADDRESS_HEADER];
  };

  it("is said by the connection, whatever the caller claims", async () => {
    expect(
      await address(plain, {
        [ADDRESS_HEADER]: "6.6.6.6",
        "X-Qafila-Address": "6.6.6.6",
        "x-forwarded-for": "6.6.6.6",
      }),
    ).toBe("127.0.0.1");
  });

  it("is said by the trusted proxies, counted from our side", async () => {
    const behind = await open({ trustedProxies: 1 });
    expect(await address(behind, { "x-forwarded-for": "6.6.6.6, 7.7.7.7" })).toBe("7.7.7.7");
    expect(await address(behind, {})).toBe("127.0.0.1");
    const twice = await open({ trustedProxies: 2 });
    expect(await address(twice, { "x-forwarded-for": "6.6.6.6, 7.7.7.7, 8.8.8.8" })).toBe("7.7.7.7");
  });

  it("reaches the API as well, so that an address can't be changed to escape a limit", async () => {
    const kv = memoryKv({ maxKeys: 100, now: () => 1_800_000_000_000 });
    const limits = limiter(kv, { spare: kv, onOutage: () => undefined });
    const front = await openFront({ ...world.house, limits });
    fronts.push(front);
    const answers: number[] = [];
    for (let i = 0; i < 102; i += 1) {
      const { status } = await front.knock("/api/v1/groups", {
        headers: { [ADDRESS_HEADER]: `10.0.0.${i}`, "x-forwarded-for": `10.0.0.${i}` },
      });
      answers.push(status);
    }
    expect(answers.filter((status) => status === 401)).toHaveLength(100);
    expect(answers.slice(-2)).toEqual([429, 429]);
    expect((await front.knock("/health")).status).toBe(200);
  });
});

describe("CORS", () => {
  const origin = "https://app.example";
  const preflight = { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST" } };

  it("is for the origins that are configured, without cookies", async () => {
    const named = await open({ corsOrigins: [origin] });
    for (const answer of [
      await named.knock("/api/v1/groups", preflight),
      await named.knock("/api/v1/groups", { headers: { origin } }),
    ]) {
      expect(answer.headers).toMatchObject({
        "access-control-allow-origin": origin,
        vary: expect.stringMatching(/origin/i),
      });
      expect(answer.headers).not.toHaveProperty("access-control-allow-credentials");
    }
    expect((await named.knock("/api/v1/groups", preflight)).status).toBe(204);
  });

  it.each(["https://evil.example", "https://app.example.evil.example", "null", "https://APP.example"])(
    "is not for %s",
    async (other) => {
      const named = await open({ corsOrigins: [origin] });
      const answer = await named.knock("/api/v1/groups", { method: "OPTIONS", headers: { origin: other } });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    },
  );

  it("is for nobody unless configured, and never for pages", async () => {
    const named = await open({ corsOrigins: [origin] });
    expect((await plain.knock("/api/v1/groups", preflight)).headers).not.toHaveProperty("access-control-allow-origin");
    expect((await named.knock("/sign-in", { headers: { origin } })).headers).not.toHaveProperty(
      "access-control-allow-origin",
    );
  });
});
