import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { ADDRESS_HEADER } from "../doors/turn";
import { runtime, type Settings } from "../runtime";
import { clientAddress } from "./address";
import { apiServer, isOurs } from "./api";
import { contentPolicy, corsHeaders, securityHeaders } from "./headers";
import { homeOf, servesPath, siteOf } from "./hosts";

type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
/** Headers a client has no say in. */
const OURS = new Set([ADDRESS_HEADER, "x-forwarded-host", "x-nonce", "content-security-policy"]);
/** Asked by machines under whatever name they know us. */
const PROBES = new Set(["/health", "/ready", "/metrics"]);

const write = (response: ServerResponse, headers: Record<string, string>) => {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
};

const nowhere = (response: ServerResponse) =>
  void response.writeHead(404, { "content-type": "text/plain" }).end("Not found");

const redirect = (response: ServerResponse, to: string) => void response.writeHead(307, { location: to }).end();

/** The one way in for HTTP: whose host, who calls, then our API or Next's pages. */
export function front(pages: Pages, dev: boolean): RequestListener {
  const { settings } = runtime();
  const api = getRequestListener(apiServer().fetch, { overrideGlobalObjects: false });
  const base = new URL(settings.publicUrl).hostname;
  const always = securityHeaders(settings);
  return (request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    const site = siteOf(request.headers.host, base);
    write(response, always);
    if (!site && !PROBES.has(path)) return nowhere(response);
    stampRequest(request, settings);
    if (isOurs(path)) return serveApi(request, response, settings, api);
    if (!site || !servesPath(site, path)) return nowhere(response);
    if (path === "/favicon.ico") return redirect(response, "/icon.svg");
    const home = path === "/" ? homeOf(site) : null;
    if (home) return redirect(response, home);
    const nonce = randomBytes(16).toString("base64");
    const policy = contentPolicy({ settings, nonce, dev });
    request.headers["content-security-policy"] = policy;
    request.headers["x-nonce"] = nonce;
    response.setHeader("content-security-policy", policy);
    void pages(request, response);
  };
}

function stampRequest(request: IncomingMessage, settings: Settings) {
  const address = clientAddress(request, settings.trustedProxies);
  const kept = request.rawHeaders.flatMap((name, i, all) =>
    i % 2 === 0 && !OURS.has(name.toLowerCase()) ? [name, all[i + 1] ?? ""] : [],
  );
  request.rawHeaders = [...kept, ADDRESS_HEADER, address];
  for (const name of OURS) delete request.headers[name];
  request.headers[ADDRESS_HEADER] = address;
}

function serveApi(request: IncomingMessage, response: ServerResponse, settings: Settings, api: RequestListener) {
  write(response, corsHeaders(settings, request.headers.origin));
  if (request.method === "OPTIONS") return void response.writeHead(204).end();
  return void api(request, response);
}
