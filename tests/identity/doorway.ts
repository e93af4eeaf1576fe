import { POST as logInRoute } from "@/app/api/v1/auth/login/route";
import { POST as refreshRoute } from "@/app/api/v1/auth/refresh/route";
import { POST as registerRoute } from "@/app/api/v1/auth/register/route";
import { memberships } from "@/db/schema/agencies";
import { fenced } from "@/db/tx";
import type { SignedIn } from "@/lib/identity/contract";
import type { Role } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import type { Endpoint } from "@/server/doors/http";
import { watchSessions } from "@/server/doors/session-memory";
import { signIn } from "../house/visitors";
import { newWorld } from "../support/world";

export const PASSWORD = "a long walk to Makkah";

type Answer = { status: number; body: Record<string, unknown>; headers: Headers };
export type Asking = {
  body?: unknown;
  raw?: BodyInit;
  token?: string;
  cookie?: string;
  agency?: string;
  headers?: Record<string, string>;
  params?: Record<string, string>;
  method?: string;
};

/** One call through the REST door, as a client makes it. */
export async function ask(route: Endpoint, asking: Asking = {}): Promise<Answer> {
  const { body, raw, token, cookie, agency, params = {}, method = "POST" } = asking;
  const headers = new Headers({ host: "localhost:3000", "content-type": "application/json", ...asking.headers });
  if (token) headers.set("authorization", `Bearer ${token}`);
  if (cookie) headers.set("cookie", cookie);
  if (agency) headers.set("x-agency", agency);
  const sent = method === "GET" || method === "DELETE" ? undefined : (raw ?? JSON.stringify(body ?? {}));
  const request = new Request("http://localhost:3000/api/v1/test", { method, headers, body: sent });
  const response = await route(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return {
    status: response.status,
    body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
    headers: response.headers,
  };
}

let addresses = 0;
/** A new address each time, so that limits per address stay out of tests that are not about them. */
const elsewhere = () => {
  addresses += 1;
  return { "x-qafila-address": `10.0.0.${addresses}` };
};

export const register = (body: object, more: Asking = {}) =>
  ask(registerRoute, { body: { name: "Siti Aminah", password: PASSWORD, ...body }, headers: elsewhere(), ...more });
export const logIn = (identifier: string, more: Asking & { password?: string; device?: string } = {}) => {
  const { password = PASSWORD, device, ...rest } = more;
  return ask(logInRoute, { body: { identifier, password, device }, headers: elsewhere(), ...rest });
};
export const refresh = (refreshToken: unknown) => ask(refreshRoute, { body: { refreshToken }, headers: elsewhere() });
export const signedIn = ({ body }: Answer) => body as unknown as SignedIn;

/** A world whose doors listen for ended sessions, as in a running program; many knock at once. */
export async function newDoorway(connections = 8) {
  const world = await newWorld(connections);
  const stop = await watchSessions();
  return {
    ...world,
    /** An access token of a session of this person's own. */
    signIn: (userId: string) => signIn(world.house, { userId }),
    close: async () => {
      await stop();
      await world.close();
    },
    /** Somebody who registered, with these roles in these agencies. */
    person: async (username: string, ...belongs: { agencyId: string; roles: Role[] }[]) => {
      const { user, accessToken } = signedIn(await register({ username }));
      const rows = belongs.map((one) => ({ id: newId(), userId: user.id, personName: user.name, ...one }));
      if (rows.length > 0) {
        await fenced(world.house.database, "qafila_platform", null, false, (tx) => tx.insert(memberships).values(rows));
      }
      return { userId: user.id, username, accessToken };
    },
  };
}
export type Doorway = Awaited<ReturnType<typeof newDoorway>>;
