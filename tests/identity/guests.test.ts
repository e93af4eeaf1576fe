import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DELETE as dropRoute, GET as mineRoute, PUT as putRoute } from "@/app/api/v1/auth/avatar/route";
import { GET as profileRoute } from "@/app/api/v1/auth/profile/route";
import { GET as groupsRoute } from "@/app/api/v1/groups/route";
import { POST as guestRoute } from "@/app/api/v1/public/agencies/[slug]/guests/route";
import { POST as verifyRoute } from "@/app/api/v1/public/agencies/[slug]/guests/verify/route";
import { GET as theirsRoute } from "@/app/api/v1/users/[id]/avatar/route";
import { GET as usersRoute } from "@/app/api/v1/users/route";
import { guestSessions } from "@/db/schema/users";
import { fenced } from "@/db/tx";
import { identify } from "@/server/doors/session";
import { withoutLimits } from "../house/visitors";
import { codeOf, rowsOf } from "../kernel/support";
import { ask, type Doorway, newDoorway, PASSWORD, register, signedIn } from "./doorway";
import { openPost, type Post } from "./sent";

let door: Doorway;
let post: Post;
beforeAll(async () => {
  door = await newDoorway();
  withoutLimits(door.house);
  post = await openPost(door.house);
});
afterAll(() => door.close());

const PHONE = "+6281299998888";
const at = (slug: string) => ({ params: { slug } });
const askGuest = (slug: string, phone = PHONE) => ask(guestRoute, { ...at(slug), body: { name: "Tamu Baru", phone } });
const enterGuest = (slug: string, code: string, phone = PHONE) =>
  ask(verifyRoute, { ...at(slug), body: { phone, code } });
const bearer = (token: string) => new Headers({ host: "localhost:3000", authorization: `Bearer ${token}` });

describe("a guest", () => {
  it("proves a phone to one agency and reaches nothing but it, for thirty days", async () => {
    const { slug, id } = door.agency;
    expect(await askGuest(slug, "0812-9999-8888")).toMatchObject({ status: 202, body: {} });
    const code = await post.codeFor(PHONE);
    expect((await enterGuest(door.rival.slug, code)).body.error).toBe("code_wrong");
    expect((await enterGuest(slug, "000000")).body.error).toBe("code_wrong");
    const { status, body } = await enterGuest(slug, code);
    expect(status).toBe(200);
    const token = String(body.guestToken);
    expect(JSON.stringify(await rowsOf(door.house, "guest_sessions"))).not.toContain(token);
    expect(Math.round((Date.parse(String(body.expiresAt)) - Date.now()) / 86_400_000)).toBe(30);
    expect((await enterGuest(slug, code)).body.error).toBe("code_wrong");
    const who = await identify(bearer(token), "http");
    expect([who.actor, who.agencyId]).toEqual([{ kind: "guest", phone: PHONE }, id]);
    expect((await who.within(door.rival.id)).actor).toEqual({ kind: "nobody" });
    for (const route of [profileRoute, groupsRoute, usersRoute, mineRoute]) {
      expect([401, 403]).toContain((await ask(route, { method: "GET", token })).status);
    }
    await fenced(door.house.database, "qafila_platform", null, false, (tx) =>
      tx.update(guestSessions).set({ expiresAt: new Date() }),
    );
    expect(await codeOf(identify(bearer(token), "http"))).toBe("token_expired");
    expect(await codeOf(identify(bearer(`g_${"A".repeat(43)}`), "http"))).toBe("token_expired");
  });

  it("who registers need not prove the phone again, and proves no other", async () => {
    await askGuest(door.agency.slug);
    const { body } = await enterGuest(door.agency.slug, await post.codeFor(PHONE));
    const guestToken = body.guestToken;
    const other = await register({ phone: "+6281299997777", guestToken });
    expect([other.status, other.body.details]).toEqual([422, { fields: { guestToken: ["invalid_format"] } }]);
    expect((await register({ phone: PHONE, guestToken })).status).toBe(201);
    const [row] = await rowsOf<{ phone_proven_at: string | null }>(door.house, "users", `phone = '${PHONE}'`);
    expect(row?.phone_proven_at).toBeTruthy();
  });

  it("finds no agency that is not there", async () => {
    expect((await askGuest("no-such-agency")).body.error).toBe("agency_not_found");
    expect((await askGuest(door.agency.slug, "not a phone")).status).toBe(422);
  });
});

/** One upload, as a browser's form sends it. */
async function upload(token: string, bytes: Uint8Array, name = "face.png") {
  const form = new FormData();
  form.set("file", new File([bytes as BlobPart], name, { type: "image/png" }));
  const request = new Request("http://localhost:3000/api/v1/auth/avatar", {
    method: "PUT",
    body: form,
    headers: { host: "localhost:3000", authorization: `Bearer ${token}` },
  });
  const response = await putRoute(request, { params: Promise.resolve({}) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const look = (id: string, token?: string) =>
  theirsRoute(
    new Request(`http://localhost:3000/api/v1/users/${id}/avatar`, {
      headers: { host: "localhost:3000", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    }),
    { params: Promise.resolve({ id }) },
  );

describe("a picture of somebody", () => {
  it("is drawn anew at 256 pixels, seen by the office and oneself, and by nobody else", async () => {
    const me = await door.person("face", { agencyId: door.agency.id, roles: ["pilgrim"] });
    const big = await sharp({ create: { width: 900, height: 500, channels: 3, background: "#0b5c6b" } })
      .withExif({ IFD0: { Copyright: "a secret place" } })
      .png()
      .toBuffer();
    const { status, body } = await upload(me.accessToken, big, "../../etc/passwd");
    expect([status, typeof body.avatar]).toEqual([200, "string"]);
    const seen = await look(me.userId, await door.signIn(door.viewer.userId));
    const drawn = Buffer.from(await seen.arrayBuffer());
    expect(await sharp(drawn).metadata()).toMatchObject({ format: "webp", width: 256, height: 256 });
    expect(drawn.includes("a secret place")).toBe(false);
    expect(seen.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await look(me.userId, me.accessToken)).status).toBe(200);
    for (const who of [door.otherPilgrim, door.rivalOwner]) {
      expect((await look(me.userId, await door.signIn(who.userId))).status).toBe(404);
    }
    expect((await look(me.userId)).status).toBe(401);
    expect((await ask(dropRoute, { method: "DELETE", token: me.accessToken })).status).toBe(200);
    expect((await look(me.userId, me.accessToken)).status).toBe(404);
  });

  it.each<[string, () => Promise<Uint8Array>]>([
    ["a script", async () => Buffer.from("<script>alert(1)</script>")],
    ["an SVG", async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ["a picture that breaks off", async () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["nothing", async () => new Uint8Array()],
  ])("is refused when it is %s", async (_what, bytes) => {
    const token = await door.signIn(door.pilgrim.userId);
    const { status, body } = await upload(token, await bytes());
    expect([status, body.error]).toEqual([422, "photo_invalid"]);
  });

  it("belongs to somebody who is signed in", async () => {
    expect(signedIn(await register({ username: "noface", password: PASSWORD })).user).not.toHaveProperty("avatar");
    expect((await upload("not-a-token", new Uint8Array([1]))).status).toBe(401);
  });
});
