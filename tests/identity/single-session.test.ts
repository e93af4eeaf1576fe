import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as logout } from "@/app/api/v1/auth/logout/route";
import { POST as everywhere } from "@/app/api/v1/auth/logout-everywhere/route";
import { GET as profile } from "@/app/api/v1/auth/profile/route";
import { DELETE as endOne } from "@/app/api/v1/auth/sessions/[id]/route";
import { GET as list } from "@/app/api/v1/auth/sessions/route";
import { agencies } from "@/db/schema/agencies";
import { fenced } from "@/db/tx";
import { isSingleSession } from "@/lib/identity/policy";
import { ask, type Doorway, logIn, newDoorway, refresh, signedIn } from "./doorway";

let door: Doorway;
const told: unknown[] = [];
beforeAll(async () => {
  door = await newDoorway(20);
  await door.house.ports.bus.subscribe("session", (message) => void told.push(message));
});
afterAll(() => door.close());

const me = async (token: string) => {
  const { status, body } = await ask(profile, { method: "GET", token });
  return status === 200 ? "in" : body.error;
};
const twoDevices = async (username: string) => {
  const first = signedIn(await logIn(username, { device: "old phone" }));
  expect(await me(first.accessToken)).toBe("in");
  const second = signedIn(await logIn(username, { device: "new phone" }));
  expect(await me(second.accessToken)).toBe("in");
  return { first, second };
};

describe("[R85] one device at a time", () => {
  it.each(["pilgrim", "leader"] as const)(
    "a %s who logs in elsewhere leaves the old device, which is told why",
    async (role) => {
      await door.person(`one.${role}`, { agencyId: door.agency.id, roles: [role] });
      const { first } = await twoDevices(`one.${role}`);
      await expect.poll(() => me(first.accessToken)).toBe("session_replaced");
      expect((await refresh(first.refreshToken)).body.error).toBe("session_replaced");
    },
  );

  it("tells the sockets of the old session, and of no other", async () => {
    await door.person("socket.pilgrim", { agencyId: door.agency.id, roles: ["pilgrim"] });
    const { first, second } = await twoDevices("socket.pilgrim");
    const sidOf = (token: string) => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).sid;
    await expect.poll(() => told).toContainEqual({ sid: sidOf(first.accessToken), reason: "replaced" });
    expect(told).not.toContainEqual(expect.objectContaining({ sid: sidOf(second.accessToken) }));
  });

  it.each(["owner", "admin", "manager", "operator", "viewer"] as const)("but a %s may hold several", async (role) => {
    await door.person(`many.${role}`, { agencyId: door.agency.id, roles: [role, "leader"] });
    const { first } = await twoDevices(`many.${role}`);
    expect(await me(first.accessToken)).toBe("in");
  });

  it("holds for staff too who are pilgrims of another agency: the strictest membership counts", async () => {
    await door.person(
      "owner.and.pilgrim",
      { agencyId: door.agency.id, roles: ["owner"] },
      { agencyId: door.rival.id, roles: ["pilgrim"] },
    );
    const { first } = await twoDevices("owner.and.pilgrim");
    await expect.poll(() => me(first.accessToken)).toBe("session_replaced");
  });

  it("is not asked for where the agency's setting allows more", async () => {
    const setting = (singleSession: boolean) =>
      fenced(door.house.database, "qafila_platform", null, false, (tx) =>
        tx.update(agencies).set({ settings: { singleSession } }).where(eq(agencies.id, door.rival.id)),
      );
    await setting(false);
    await door.person("free.pilgrim", { agencyId: door.rival.id, roles: ["pilgrim"] });
    const { first } = await twoDevices("free.pilgrim");
    expect(await me(first.accessToken)).toBe("in");
    await setting(true);
  });

  it("leaves exactly one session when ten devices log in at the same moment", async () => {
    await door.person("busy.pilgrim", { agencyId: door.agency.id, roles: ["pilgrim"] });
    const answers = await Promise.all(Array.from({ length: 10 }, () => logIn("busy.pilgrim")));
    const states = await Promise.all(answers.map((one) => refresh(signedIn(one).refreshToken)));
    expect(states.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("is the rule of somebody who belongs nowhere yet, and never of the super admin", () => {
    expect(isSingleSession([], false)).toBe(true);
    expect(isSingleSession([], true)).toBe(false);
  });
});

describe("leaving", () => {
  it("log-out ends this session, at once and for good, and a second time is no error", async () => {
    await door.person("leaver", { agencyId: door.agency.id, roles: ["owner"] });
    const { first, second } = await twoDevices("leaver");
    expect((await ask(logout, { token: first.accessToken })).status).toBe(204);
    await expect.poll(() => me(first.accessToken)).toBe("unauthenticated");
    expect((await refresh(first.refreshToken)).status).toBe(401);
    expect((await ask(logout, { body: { refreshToken: first.refreshToken } })).status).toBe(204);
    expect(await me(second.accessToken)).toBe("in");
  });

  it("log-out everywhere ends them all", async () => {
    await door.person("all.leaver", { agencyId: door.agency.id, roles: ["owner"] });
    const { first, second } = await twoDevices("all.leaver");
    expect((await ask(everywhere, { token: second.accessToken })).status).toBe(204);
    for (const { accessToken } of [first, second]) await expect.poll(() => me(accessToken)).toBe("unauthenticated");
  });

  it("shows my devices and signs one of them out, but never somebody else's", async () => {
    await door.person("lister", { agencyId: door.agency.id, roles: ["owner"] });
    await door.person("stranger", { agencyId: door.agency.id, roles: ["owner"] });
    const { first, second } = await twoDevices("lister");
    const { body } = await ask(list, { method: "GET", token: second.accessToken });
    const devices = body.data as { id: string; device?: string; current: boolean }[];
    expect(devices.filter(({ current }) => current)).toMatchObject([{ device: "new phone" }]);
    const old = devices.find(({ device }) => device === "old phone");
    const end = (token: string) => ask(endOne, { method: "DELETE", token, params: { id: old?.id ?? "" } });
    const stranger = signedIn(await logIn("stranger"));
    expect((await end(stranger.accessToken)).status).toBe(404);
    expect(await me(first.accessToken)).toBe("in");
    expect((await end(second.accessToken)).status).toBe(204);
    await expect.poll(() => me(first.accessToken)).toBe("unauthenticated");
  });
});
