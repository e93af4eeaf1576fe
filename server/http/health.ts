import type { Runtime } from "../runtime";
import { registry } from "./metrics";

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** The process answers. */
export const health = () => Response.json({ status: "ok" });

/** The process can work: database and KV answer within a second. */
export async function ready({ database, ports }: Runtime): Promise<Response> {
  const limit = <T>(work: Promise<T>) =>
    Promise.race([work, new Promise<never>((_, fail) => setTimeout(fail, 1_000, new Error("slow")).unref())]);
  const probe = (work: Promise<unknown>) =>
    limit(work).then(
      () => "ok" as const,
      () => "failing" as const,
    );
  const [db, kv] = await Promise.all([probe(database.sql`select 1`.execute()), probe(ports.kv.get("ready"))]);
  const ok = db === "ok" && kv === "ok";
  return Response.json({ status: ok ? "ok" : "failing", checks: { database: db, kv } }, { status: ok ? 200 : 503 });
}

/** Prometheus text, for this machine or with the token; anybody else finds nothing. */
export async function metrics({ settings }: Runtime, request: Request, address: string): Promise<Response> {
  const bearer = request.headers.get("authorization");
  const proxied = request.headers.has("x-forwarded-for");
  const allowed = settings.metricsToken
    ? bearer === `Bearer ${settings.metricsToken}`
    : LOOPBACK.has(address) && !proxied;
  if (!allowed) return new Response(null, { status: 404 });
  return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } });
}
