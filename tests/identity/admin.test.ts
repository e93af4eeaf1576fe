import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fenced } from "@/db/tx";
import { signInByLink } from "@/lib/identity/commands/log-in";
import { inviteSuperAdmin } from "@/server/cli/admin";
import { openCall } from "@/server/doors/call";
import { readSession } from "@/server/doors/session";
import { type Doorway, newDoorway, refresh, register } from "./doorway";

let door: Doorway;
beforeEach(async () => {
  door = await newDoorway();
});
afterEach(() => door.close());

const MAIL = "root@example.com";
const invite = async (email = MAIL) => (await inviteSuperAdmin(door.house, email)).split("#")[1] ?? "";
const enter = (token: string, now = new Date()) =>
  signInByLink(openCall({ actor: { kind: "nobody" }, agencyId: null, via: "action", now }), { token });
const admins = async () =>
  (
    await fenced(door.house.database, "qafila_platform", null, true, (tx) =>
      tx.execute(sql`select email, password_hash from users where super_admin`),
    )
  ).map((row) => ({ ...row }));

describe("[R83] the first super admin", () => {
  it("does not exist in a fresh house, and is made by the command without any password", async () => {
    expect(await admins()).toEqual([]);
    expect(await inviteSuperAdmin(door.house, MAIL)).toMatch(/^http:\/\/localhost:3000\/sign-in\/link#[\w-]{43}$/);
    expect(await admins()).toEqual([{ email: MAIL, password_hash: null }]);
  });

  it("comes in by the link, once", async () => {
    const token = await invite();
    const { sid } = await enter(token);
    expect(await readSession(sid)).toMatchObject({ superAdmin: true, memberships: [] });
    await expect(enter(token)).rejects.toMatchObject({ code: "link_expired" });
  });

  it("comes in once even when the link is opened ten times at the same moment", async () => {
    const token = await invite();
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => enter(token)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("cannot use the link after an hour, nor as a refresh token", async () => {
    const token = await invite();
    await expect(enter(token, new Date(Date.now() + 3_601_000))).rejects.toMatchObject({ code: "link_expired" });
    expect((await refresh(token)).status).toBe(401);
    await expect(enter(token)).resolves.toBeTruthy();
  });

  it("may have a new link while the first was not used, which ends the first", async () => {
    const first = await invite();
    const second = await invite();
    await expect(enter(first)).rejects.toMatchObject({ code: "link_expired" });
    await enter(second);
  });

  it("is the only one: a second is refused, and the first's link is not given again", async () => {
    const token = await invite();
    await expect(invite("other@example.com")).rejects.toMatchObject({ code: "super_admin_exists" });
    await enter(token);
    await expect(invite()).rejects.toMatchObject({ code: "super_admin_exists" });
    expect(await admins()).toHaveLength(1);
  });

  it("is the only one when two commands race", async () => {
    const tries = await Promise.allSettled([invite("a@example.com"), invite("b@example.com")]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await admins()).toHaveLength(1);
  });

  it("is never somebody who registered with that address before", async () => {
    await register({ email: MAIL });
    await expect(invite()).rejects.toMatchObject({ code: "identifier_taken" });
    expect(await admins()).toEqual([]);
  });

  it("is made by the system alone, whoever asks", async () => {
    const { makeSuperAdmin } = await import("@/lib/identity/commands/super-admin");
    const call = openCall({ actor: { kind: "nobody" }, agencyId: null, via: "http" });
    await expect(makeSuperAdmin(call, { email: MAIL })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("needs a real address", async () => {
    await expect(invite("not an address")).rejects.toMatchObject({ code: "validation" });
  });
});
