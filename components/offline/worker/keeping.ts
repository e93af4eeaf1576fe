import { FOR, KEPT, KEPT_AT, type Who, whoKey } from "../who";

/** What the worker needs of its surroundings; given, so that tests need no browser. */
export type Around = {
  caches: Pick<CacheStorage, "open" | "keys" | "delete">;
  fetch: (url: string) => Promise<Response>;
  now: () => number;
};

const PRIVATE = "private:";
const SHELL = "shell:";
const STATIC = "static";
const OFFLINE_PAGE = "/offline";
/** A page kept this recently is not asked for again. */
const FRESH_MS = 5 * 60_000;
/** The page without a network changes with the program. */
const SHELL_FRESH_MS = 24 * 3_600_000;
/** Files of some builds; the oldest that no kept page is made of go first. */
const STATIC_LIMIT = 400;
const ASSET = /\/_next\/static\/[^"'\\\s)<>]+/g;
/** As a script names what it fetches only once it runs. */
const PART = /static\/chunks\/[\w~().-]+\.(?:js|css)/g;

/** As pages name it: a cache's own requests bear the host as well. */
const pathOf = (one: Request | string) => {
  const url = typeof one === "string" ? one : one.url;
  return url.slice(Math.max(0, url.indexOf("/_next/")));
};

/** Adds what a script fetches by itself to the files that are wanted. */
async function addParts(wanted: Set<string>, url: string, file: Response | undefined): Promise<void> {
  if (!file || !url.endsWith(".js")) return;
  for (const part of (await file.text()).match(PART) ?? []) wanted.add(`/_next/${part}`);
}

/** What a phone keeps for the time without a network: pages of one person, and the files they are made of. */
export class Keeping {
  constructor(private readonly around: Around) {}

  /** Keeps these pages for this person; whatever was kept for anybody else is gone first (R82). */
  async keep(who: Who, urls: readonly string[]): Promise<void> {
    const name = PRIVATE + whoKey(who);
    await this.drop(PRIVATE, name);
    const cache = await this.around.caches.open(name);
    for (const url of urls) await this.keepPage(cache, url, who);
    await this.keepShell(who.locale);
  }

  /** The page that shows when nothing else can, in this language. */
  async keepShell(locale: string): Promise<void> {
    const cache = await this.around.caches.open(SHELL + locale);
    const kept = await cache.match(OFFLINE_PAGE);
    if (kept && this.isFresh(kept, SHELL_FRESH_MS)) return;
    const answer = await this.around.fetch(OFFLINE_PAGE).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const isKept = await this.put(cache, OFFLINE_PAGE, answer, await answer.text());
    if (isKept) await this.drop(SHELL, SHELL + locale);
  }

  /** Signed out: nothing of anybody stays. */
  forget = (): Promise<void> => this.drop(PRIVATE);

  findPage = (path: string) => this.find(PRIVATE, path);
  findShell = () => this.find(SHELL, OFFLINE_PAGE);
  files = () => this.around.caches.open(STATIC);

  private async find(prefix: string, path: string): Promise<Response | undefined> {
    for (const name of await this.around.caches.keys()) {
      if (!name.startsWith(prefix)) continue;
      const kept = await (await this.around.caches.open(name)).match(path, { ignoreSearch: true });
      if (kept) return kept;
    }
    return undefined;
  }

  private async drop(prefix: string, except?: string): Promise<void> {
    const names = (await this.around.caches.keys()).filter((name) => name.startsWith(prefix) && name !== except);
    await Promise.all(names.map((name) => this.around.caches.delete(name)));
  }

  private async keepPage(cache: Cache, url: string, who: Who): Promise<void> {
    const kept = await cache.match(url);
    if (kept && this.isFresh(kept, FRESH_MS)) return;
    const answer = await this.around.fetch(url).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const html = await answer.text();
    // The session may have become another's since the page that asked was drawn.
    if (html.includes(`${FOR}="${whoKey(who)}"`)) await this.put(cache, url, answer, html);
  }

  private isFresh = (kept: Response, ms: number) => this.around.now() - Number(kept.headers.get(KEPT_AT)) < ms;

  /** Its files first: a page without one of them shows nothing, and must not take the place of a whole one.
   * @returns whether it is kept */
  private async put(cache: Cache, url: string, answer: Response, html: string): Promise<boolean> {
    const files = await this.files();
    if (!(await this.keepFiles(files, html))) return false;
    const at = String(this.around.now());
    const headers = new Headers(answer.headers);
    headers.set(KEPT_AT, at);
    const kept = html.replace("<html", `<html ${KEPT}="${at}"`);
    await cache.put(url, new Response(kept, { status: 200, headers }));
    await this.dropFiles(files);
    return true;
  }

  /** Whether all are there now, with what they fetch only once they run. */
  private async keepFiles(files: Cache, html: string): Promise<boolean> {
    const wanted = new Set(html.match(ASSET));
    // What is found while they are gone through has its turn too.
    for (const url of wanted) {
      const file = (await files.match(url)) ?? (await this.fetchFile(files, url));
      if (!file) return false;
      await addParts(wanted, url, file);
    }
    return true;
  }

  private async fetchFile(files: Cache, url: string): Promise<Response | null> {
    const answer = await this.around.fetch(url).catch(() => null);
    if (!answer?.ok) return null;
    await files.put(url, answer.clone());
    return answer;
  }

  /** What never changes its name is as old as the first visit, and yet every page is made of it. */
  private async dropFiles(files: Cache): Promise<void> {
    const known = await files.keys();
    const over = known.length - STATIC_LIMIT;
    if (over <= 0) return;
    const used = await this.readUsed(files);
    const idle = known.filter((one) => !used.has(pathOf(one)));
    await Promise.all(idle.slice(0, over).map((one) => files.delete(one)));
  }

  private async readUsed(files: Cache): Promise<Set<string>> {
    const used = new Set<string>();
    for (const name of await this.around.caches.keys()) {
      if (!name.startsWith(PRIVATE) && !name.startsWith(SHELL)) continue;
      const cache = await this.around.caches.open(name);
      for (const one of await cache.keys()) {
        const html = (await (await cache.match(one))?.text()) ?? "";
        for (const url of html.match(ASSET) ?? []) used.add(url);
      }
    }
    for (const url of used) await addParts(used, url, await files.match(url));
    return used;
  }
}
