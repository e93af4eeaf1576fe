import type { ToWorker } from "../who";
import { Keeping } from "./keeping";

/** The part of a service worker's world that is used: the page's and the worker's types cannot stand in one program. */
type Later = { waitUntil: (work: Promise<unknown>) => void };
type Asked = Later & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Scope = {
  addEventListener(name: "install" | "activate", hear: (event: Later) => void): void;
  addEventListener(name: "message", hear: (event: Later & { data: ToWorker }) => void): void;
  addEventListener(name: "fetch", hear: (event: Asked) => void): void;
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
};
const scope = self as unknown as Scope;

/** After this a page that is kept is better than one that may come. */
const PATIENCE_MS = 6_000;
const kept = new Keeping({ caches, fetch: (url) => fetch(url, { credentials: "same-origin" }), now: Date.now });

const patience = () => new Promise<never>((_, fail) => setTimeout(fail, PATIENCE_MS, new Error("slow")));

/** The network's page; without it the kept one; without that the page that says so. */
async function page(request: Request): Promise<Response> {
  const known = await kept.findPage(new URL(request.url).pathname);
  const asked = fetch(request);
  // What comes too late to be shown may fail unheard.
  asked.catch(() => undefined);
  try {
    return await (known ? Promise.race([asked, patience()]) : asked);
  } catch {
    return known ?? (await kept.findShell()) ?? Response.error();
  }
}

/** Files with their content in their name never change. */
async function file(request: Request): Promise<Response> {
  const files = await kept.files();
  const known = await files.match(request);
  if (known) return known;
  const answer = await fetch(request);
  // A phone that is full keeps nothing more, and runs what came all the same.
  if (answer.ok && answer.headers.get("cache-control")?.includes("immutable"))
    await files.put(request, answer.clone()).catch(() => undefined);
  return answer;
}

scope.addEventListener("install", (event) => event.waitUntil(kept.keepShell("first")));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("message", (event) => {
  const { data } = event;
  if (data.type === "keep") event.waitUntil(kept.keep(data.who, data.urls));
  if (data.type === "forget") event.waitUntil(kept.forget());
  if (data.type === "use") event.waitUntil(scope.skipWaiting());
});
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && !pathname.startsWith("/api/")) event.respondWith(page(request));
  else if (pathname.startsWith("/_next/static/")) event.respondWith(file(request));
});
