import { sessions } from "@/db/schema/identity";
import { fenced } from "@/db/tx";
import { newId } from "@/lib/kernel/ids";
import { signAccess } from "@/server/doors/tokens";
import type { Route } from "@/server/http/routes.gen";
import { openRuntime } from "@/server/runtime";
import type { House, Somebody } from "../support/world";
import { MATRIX } from "./matrix";
import type { Stage } from "./stage";

/** The same house with limits that never bite: for tests that knock a thousand times. */
export const withoutLimits = (house: House) =>
  openRuntime({
    ...house,
    limits: { check: async () => ({ allowed: true, headers: {}, refund: async () => undefined }) },
  });

/** A session of their own that lives now, and its access token. */
export async function signIn(house: House, { userId }: Pick<Somebody, "userId">): Promise<string> {
  const [sid, now] = [newId(), new Date()];
  const row = { id: sid, userId, kind: "api" as const, provenBy: "phone" as const, createdAt: now, seenAt: now };
  await fenced(house.database, "qafila_platform", null, false, (tx) =>
    tx.insert(sessions).values({ ...row, expiresAt: new Date(now.getTime() + 3_600_000) }),
  );
  return signAccess({ sub: userId, sid });
}

const namesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);

export type Asked = { params: Record<string, string>; body: Record<string, unknown> };
/** A valid call of this route on the stage, apart by path and body. */
export function askOf(stage: Stage, { path, endpoint }: Route): Asked {
  const input = MATRIX[endpoint.operation.id]?.input(stage) as Record<string, unknown>;
  const names = namesIn(path);
  const pick = (own: boolean) => Object.entries(input).filter(([name]) => names.includes(name) === own);
  return { params: Object.fromEntries(pick(true)) as Record<string, string>, body: Object.fromEntries(pick(false)) };
}

const CALLERS = ["owner", "leader", "pilgrim", "superAdmin", "admin", "otherPilgrim"] as const;
/** Who of those that can sign in may use this route; null when a signature of nobody is asked. */
export const callerOf = ({ endpoint }: Route) => {
  const entry = MATRIX[endpoint.operation.id];
  return entry?.caller ?? CALLERS.find((role) => entry?.may.includes(role)) ?? null;
};

const takesForm = ({ operation }: Route["endpoint"]) => "multipart/form-data" in (operation.options.asks?.body ?? {});

/** Bytes as a client uploads them. */
function formOf(body: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body))
    form.set(name, value instanceof Uint8Array ? new Blob([value as BlobPart]) : String(value));
  return form;
}

export type Sending = { token?: string; headers?: Record<string, string>; raw?: string } & Partial<Asked>;

/** The request of a client, and the answer of the route itself, as Next or our own server would get it. */
export async function sendTo({ method, path, endpoint }: Route, { token, headers, raw, params = {}, body }: Sending) {
  const reads = method === "GET" || method === "DELETE";
  const query = reads && body ? `?${new URLSearchParams(body as Record<string, string>)}` : "";
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const given = new Headers({ host: "localhost:3000", "content-type": "application/json", ...headers });
  if (token) given.set("authorization", `Bearer ${token}`);
  const form = raw === undefined && takesForm(endpoint) ? formOf(body ?? {}) : null;
  // The boundary is the form's own to say.
  if (form) given.delete("content-type");
  const sent = reads ? undefined : (form ?? raw ?? JSON.stringify(body ?? {}));
  const request = new Request(`http://localhost:3000${filled}${query}`, { method, headers: given, body: sent });
  const response = await endpoint(request, { params: Promise.resolve(params) });
  const said = await response.text();
  return { status: response.status, headers: response.headers, text: said, body: parsed(said) };
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
