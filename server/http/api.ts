import { type Context, Hono } from "hono";
import { matchLocale } from "@/lib/i18n/locales";
import { Fault } from "@/lib/kernel/fault";
import { refuse, requestIdOf } from "../doors/answer";
import { ADDRESS_HEADER } from "../doors/rate-limit";
import { runtime } from "../runtime";
import { docs } from "./docs";
import { health, metrics, ready } from "./health";
import { countRequest } from "./metrics";
import { openApiDocument } from "./openapi";
import { type Route, routes } from "./routes.gen";

/** A refusal outside of any route, in the caller's language all the same. */
function refuseHere(error: unknown, { headers }: Request): Response {
  const requestId = requestIdOf(headers);
  const locale = matchLocale(headers.get("accept-language")) ?? "en";
  return refuse(error, locale, requestId, new Headers({ "x-request-id": requestId }));
}

/** Measured, so that a slow route shows before people say so. */
const timed = (route: Route) => async (context: Context) => {
  const started = performance.now();
  const response = await route.endpoint(context.req.raw, { params: Promise.resolve(context.req.param()) });
  countRequest(route.method, route.path, response.status, (performance.now() - started) / 1_000);
  return response;
};

/** "~" comes behind all letters: `/orders/my` is asked before `/orders/:id`, as Next does. */
const placeOf = ({ path }: Route) => path.replaceAll(":", "~");
const wordsFirst = (a: Route, b: Route) => (placeOf(a) < placeOf(b) ? -1 : 1);

/** REST, its document and the machine's own pages, served by us; everything else is Next's. */
export function apiServer(): Hono {
  const app = new Hono({ strict: true });
  for (const route of [...routes].sort(wordsFirst)) app.on(route.method, route.path, timed(route));
  const { settings } = runtime();
  let document: string | null = null;
  app.get("/api/openapi.json", () => {
    // Half a second's work: not at each start.
    document ??= JSON.stringify(openApiDocument(routes, settings.publicUrl));
    return new Response(document, { headers: { "content-type": "application/json" } });
  });
  app.get("/api/docs", () => docs(undefined));
  app.get("/api/docs/:file", (context) => docs(context.req.param("file")));
  app.get("/health", health);
  app.get("/ready", () => ready(runtime()));
  app.get("/metrics", (context) => metrics(runtime(), context.req.raw, context.req.header(ADDRESS_HEADER) ?? ""));
  app.notFound((context) => refuseHere(new Fault("not_found", "not_found"), context.req.raw));
  app.onError((error, context) => refuseHere(error, context.req.raw));
  return app;
}

/** Paths our own server answers; next-auth's stay with Next. */
export const isOurs = (path: string) =>
  path === "/health" ||
  path === "/ready" ||
  path === "/metrics" ||
  (path.startsWith("/api/") && !path.startsWith("/api/auth/"));
