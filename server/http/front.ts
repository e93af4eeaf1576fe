import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { ADDRESS_HEADER } from "../doors/rate-limit";
import { runtime, type Settings } from "../runtime";
import { clientAddress } from "./address";
import { apiServer, isOurs } from "./api";
import { contentPolicy, corsHeaders, securityHeaders } from "./headers";
import { homeOf, servesPath, siteOf } from "./hosts";

type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
/** Under which name and for whom we were asked. Next asks us itself for an action of another page than the one it was sent
 * from, as 127.0.0.1, and hands on what it was given; nobody else knows the word before it. */
const ASKED_HEADER = "x-qafila-asked";
const WORD = randomBytes(24).toString("base64url");
/** By its own name for a page, not an agency's. */
const OWN_PAGE = /^\/a\/\[agency\](?=\/|$)/;
/** Headers a client has no say in. By the protocol a proxy was asked with Next would ask us too, and we speak none but our own. */
const OURS = new Set([
  ...[ADDRESS_HEADER, ASKED_HEADER, "x-forwarded-host", "x-forwarded-proto", "x-nonce", "content-security-policy"],
]);
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
    const own = askedByUs(request);
    if (own) request.headers.host = own.host;
    const site = siteOf(request.headers.host, base);
    write(response, always);
    if (!site && !PROBES.has(path)) return nowhere(response);
    stampRequest(request, own?.address ?? clientAddress(request, settings.trustedProxies));
    if (isOurs(path)) return serveApi(request, response, settings, api);
    const page = own && site && "slug" in site ? path.replace(OWN_PAGE, `/a/${site.slug}`) : path;
    if (!site || !servesPath(site, page)) return nowhere(response);
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

/** What was said of the first request, where this one is its second way through our own door. */
function askedByUs({ headers }: IncomingMessage): { host: string; address: string } | null {
  const [word, host, address] = String(headers[ASKED_HEADER] ?? "").split(" ");
  return word === WORD && host && address ? { host, address } : null;
}

function stampRequest(request: IncomingMessage, address: string) {
  const asked = `${WORD} ${request.headers.host} ${address}`;
  const kept = request.rawHeaders.flatMap((name, i, all) =>
    i % 2 === 0 && !OURS.has(name.toLowerCase()) ? [name, all[i + 1] ?? ""] : [],
  );
  request.rawHeaders = [...kept, ADDRESS_HEADER, address];
  for (const name of OURS) delete request.headers[name];
  request.headers[ADDRESS_HEADER] = address;
  request.headers[ASKED_HEADER] = asked;
}

function serveApi(request: IncomingMessage, response: ServerResponse, settings: Settings, api: RequestListener) {
  write(response, corsHeaders(settings, request.headers.origin));
  if (request.method === "OPTIONS") return void response.writeHead(204).end();
  return void api(request, response);
}
