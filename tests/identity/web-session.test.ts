import NextAuth from "next-auth";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as logout } from "@/app/api/v1/auth/logout/route";
import { GET as profile } from "@/app/api/v1/auth/profile/route";
import type { Role } from "@/lib/kernel/actor";
import { identify, identifySocket } from "@/server/doors/session";
import { authOptions, serveAuth } from "@/server/doors/sign-in";
import { atFrontDoor, enter } from "@/server/doors/surface";
import { webSecret } from "@/server/doors/tokens";
import { ask, type Doorway, newDoorway, PASSWORD } from "./doorway";

let door: Doorway;
beforeAll(async () => {
  door = await newDoorway();
});
afterAll(() => door.close());

type Reply = { body: unknown; cookies: string[] };
let turn = 0;

/** next-auth through its own handler, as Next calls it, with the cookies of a browser. */
async function auth(method: string, path: string[], jar: Record<string, string>, body: object = {}): Promise<Reply> {
  const reply: Reply = { body: null, cookies: [] };
  const response = {
    status: () => response,
    getHeader: () => reply.cookies,
    setHeader: (name: string, value: string[]) => {
      if (name === "Set-Cookie") reply.cookies = value;
      return response;
    },
    send: (body: unknown) => void Object.assign(reply, { body }),
    json: (body: unknown) => void Object.assign(reply, { body }),
    end: () => undefined,
  };
  turn += 1;
  const headers = { host: "localhost:3000", "user-agent": "a phone", "x-qafila-address": `10.1.0.${turn}` };
  const request = { method, headers, cookies: jar, body: { json: "true", ...body }, query: { nextauth: path } };
  await NextAuth(request as never, response as never, authOptions());
  for (const cookie of reply.cookies) {
    const [pair = ""] = cookie.split(";");
    const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
    if (value) jar[name] = decodeURIComponent(value);
    else delete jar[name];
  }
  return reply;
}

async function signIn(identifier: string, password = PASSWORD, jar: Record<string, string> = {}) {
  const { body } = await auth("GET", ["csrf"], jar);
  const { csrfToken } = body as { csrfToken: string };
  const reply = await auth("POST", ["callback", "credentials"], jar, { csrfToken, identifier, password });
  return { jar, reply, cookie: `theme=dark; qafila.session=${jar["qafila.session"]}` };
}
const who = (cookie: string) => identify(new Headers({ host: "localhost:3000", cookie }), "page");

describe("the web session", () => {
  it("is a cookie of this host alone that holds the session's id and nothing else, and opens every door", async () => {
    const { userId } = await door.person("web.owner", { agencyId: door.agency.id, roles: ["owner"] });
    const { cookie, reply } = await signIn("web.owner");
    const [set = ""] = reply.cookies.filter((one) => one.startsWith("qafila.session="));
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/SameSite=Lax/i);
    expect(set).not.toMatch(/Domain/i);
    const page = await who(cookie);
    expect(page).toMatchObject({ agencyId: door.agency.id, actor: { kind: "person", userId, roles: ["owner"] } });
    expect((await identifySocket({ cookie, host: "localhost:3000" })).actor).toEqual(page.actor);
    expect((await ask(profile, { method: "GET", cookie })).body).toMatchObject({ id: userId });
    const { jar } = await signIn("web.owner");
    const { body } = await auth("GET", ["session"], jar);
    expect(Object.keys(body as object)).toEqual(["expires"]);
  });

  it("is sent for, never looked at: whoever opens the address of a sign-in is told so, and nothing broke", async () => {
    for (const way of ["credentials", "code", "handover", "link", "nosuch"]) {
      const nextauth = ["callback", way];
      const looked = new Request(
        `http://localhost:3000/api/auth/${nextauth.join("/")}?callbackUrl=https://evil.example`,
      );
      const answer = await serveAuth(looked, { params: Promise.resolve({ nextauth }) });
      expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
    }
  });

  it("is not given without the form's own token", async () => {
    await door.person("csrf.victim");
    const jar: Record<string, string> = {};
    await auth("POST", ["callback", "credentials"], jar, { identifier: "csrf.victim", password: PASSWORD });
    expect(jar["qafila.session"]).toBeUndefined();
  });

  it("hears our own code for what went wrong", async () => {
    const { reply, jar } = await signIn("web.nobody");
    expect((reply.body as { url: string }).url).toContain("error=credentials_wrong");
    expect(jar["qafila.session"]).toBeUndefined();
  });

  it("[R85] leaves when the person signs in elsewhere, and the page can say why", async () => {
    await door.person("web.pilgrim", { agencyId: door.agency.id, roles: ["pilgrim"] });
    const old = await signIn("web.pilgrim");
    await who(old.cookie);
    const fresh = await signIn("web.pilgrim");
    await expect
      .poll(() =>
        who(old.cookie).then(
          () => "in",
          (fault: { code: string }) => fault.code,
        ),
      )
      .toBe("session_replaced");
    expect((await who(fresh.cookie)).actor.kind).toBe("person");
  });

  it("ends in the database too when the person signs out", async () => {
    await door.person("web.leaver", { agencyId: door.agency.id, roles: ["owner"] });
    const { jar, cookie } = await signIn("web.leaver");
    const { body } = await auth("GET", ["csrf"], jar);
    await auth("POST", ["signout"], jar, { csrfToken: (body as { csrfToken: string }).csrfToken });
    expect(jar["qafila.session"]).toBeUndefined();
    await expect(who(cookie)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it.each([
    ["rubbish", async () => "rubbish"],
    ["of another house", () => encode({ token: { sid: "x" }, secret: "another secret, long enough to be one" })],
    ["without a session", () => encode({ token: { sub: "x" }, secret: webSecret() })],
    ["of a session that never was", () => encode({ token: { sid: crypto.randomUUID() }, secret: webSecret() })],
    ["that is over", () => encode({ token: { sid: crypto.randomUUID() }, secret: webSecret(), maxAge: -60 })],
  ])("is refused when it is %s", async (_what, make) => {
    await expect(who(`qafila.session=${await make()}`)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("opens one's own pages to whoever is of the agency: who works there pays and reads what they booked for themself", async () => {
    const standing = async (name: string, roles: Role[], slug = door.agency.slug) => {
      await door.person(name, { agencyId: door.agency.id, roles });
      const { cookie } = await signIn(name);
      const entry = await enter(new Headers({ host: "localhost:3000", cookie }), slug, "my");
      return typeof entry === "string" ? entry : "actor" in entry && entry.actor.roles;
    };
    expect(await standing("books.leader", ["leader"])).toEqual(["leader"]);
    expect(await standing("books.viewer", ["viewer"])).toEqual(["viewer"]);
    expect(await standing("books.elsewhere", ["leader"], door.rival.slug), "no agency of theirs").toBe("missing");
  });

  it("is known at the public door of an agency where its owner was never before, for there they book", async () => {
    const { userId } = await door.person("web.new");
    const { cookie } = await signIn("web.new");
    const at = (slug: string, given = { cookie }) =>
      atFrontDoor(new Headers({ host: "localhost:3000", ...given }), slug).then(
        ({ actor, agencyId }) => ({ actor, agencyId }),
        ({ code }: { code: string }) => code,
      );
    const { agency, rival } = door;
    expect(await at(agency.slug)).toMatchObject({
      agencyId: agency.id,
      actor: { kind: "person", userId, roles: [], groups: [] },
    });
    expect(await at(rival.slug)).toMatchObject({ agencyId: rival.id, actor: { userId, roles: [] } });
    expect(await at(agency.slug, { cookie: "qafila.session=gone" })).toEqual({
      agencyId: agency.id,
      actor: { kind: "nobody" },
    });
    expect(await at("nosuch")).toBe("agency_not_found");
  });

  it("does not obey another site", async () => {
    await door.person("web.lured", { agencyId: door.agency.id, roles: ["owner"] });
    const { cookie } = await signIn("web.lured");
    for (const origin of ["https://evil.example", "null", "http://evil.localhost:3000"]) {
      const { status, body } = await ask(logout, { cookie, headers: { origin } });
      expect([status, body.error]).toEqual([403, "origin_refused"]);
    }
    expect((await ask(profile, { method: "GET", cookie, headers: { origin: "http://localhost:3000" } })).status).toBe(
      200,
    );
  });
});
