import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { FOR, type Who, whoKey } from "@/components/offline/who";
import { type Around, Keeping } from "@/components/offline/worker/keeping";
import { renderWorker } from "@/server/cli/gen-worker";

type Shelf = Map<string, Response>;
const pathOf = (asked: RequestInfo | URL) => String(asked).split("?")[0] ?? "";

/** A browser's caches, as far as they are used. */
function shelves() {
  const all = new Map<string, Shelf>();
  const open = async (name: string) => {
    const shelf = all.get(name) ?? new Map<string, Response>();
    all.set(name, shelf);
    const cache = {
      match: async (asked: string, options?: { ignoreSearch?: boolean }) =>
        shelf.get(options?.ignoreSearch ? pathOf(asked) : asked)?.clone(),
      put: async (asked: string, answer: Response) => void shelf.set(asked, answer),
      keys: async () => [...shelf.keys()],
      delete: async (asked: string) => shelf.delete(asked),
    };
    return cache as unknown as Cache;
  };
  const caches = { open, keys: async () => [...all.keys()], delete: async (name: string) => all.delete(name) };
  return { all, caches: caches as Around["caches"] };
}

const siti: Who = { user: "siti", agency: "nurani", locale: "id" };
const page = (who: Who, words: string) =>
  `<div ${FOR}="${whoKey(who)}"></div>${words}<script src="/_next/static/chunks/${words}.js">`;

let shelf: ReturnType<typeof shelves>;
let now: number;
let network: (url: string) => Response;
let asked: string[];
let kept: Keeping;
beforeEach(() => {
  shelf = shelves();
  [now, asked] = [1_000_000, []];
  network = (url) => new Response(url.startsWith("/a/") ? page(siti, "today") : url);
  const fetch = async (url: string) => {
    asked.push(url);
    return network(url);
  };
  kept = new Keeping({ caches: shelf.caches, fetch, now: () => now });
});
const textOf = async (path: string) => (await kept.findPage(path))?.text();

describe("[R90] without a network", () => {
  it("the page last seen is there with the files it is made of, whatever its query, and the page that says so", async () => {
    await kept.keep(siti, ["/a/nurani/my"]);
    network = () => Response.error();
    expect(await textOf("/a/nurani/my?from=home")).toContain("today");
    expect(await (await kept.files()).match("/_next/static/chunks/today.js")).toBeDefined();
    expect(await (await kept.findShell())?.text()).toBe("/offline");
    expect(await textOf("/a/nurani/my/help")).toBeUndefined();
  });

  it("a page never opened has what its files fetch only once it runs, or is not kept: the chat stood in the list and could not be shown", async () => {
    const chunk = (name: string) => `/_next/static/chunks/${name}`;
    const lazily = (...names: string[]) => names.map((name) => `e.l("static/chunks/${name}")`).join();
    const texts: Record<string, string> = { "today.js": lazily("room.js", "room.css"), "room.js": lazily("menu.js") };
    network = (url) =>
      new Response(url.startsWith("/a/") ? page(siti, "today") : (texts[url.split("/").at(-1) ?? ""] ?? "end"));
    await kept.keep(siti, ["/a/nurani/my/messages"]);
    const files = await kept.files();
    for (const name of ["today.js", "room.js", "room.css", "menu.js"])
      expect(await files.match(chunk(name)), name).toBeDefined();
    const whole = network;
    network = (url) => (url.endsWith("menu.js") ? Response.error() : whole(url));
    await files.delete(chunk("menu.js"));
    await kept.keep(siti, ["/a/nurani/my/help"]);
    expect(await textOf("/a/nurani/my/help")).toBeUndefined();
  });

  it("a page is asked for again after five minutes only, and a failed try keeps the older one", async () => {
    await kept.keep(siti, ["/a/nurani/my"]);
    network = () => new Response(page(siti, "later"));
    await kept.keep(siti, ["/a/nurani/my"]);
    expect(await textOf("/a/nurani/my")).toContain("today");
    now += 6 * 60_000;
    network = () => new Response("broken", { status: 503 });
    await kept.keep(siti, ["/a/nurani/my"]);
    expect(await textOf("/a/nurani/my")).toContain("today");
    network = () => new Response(page(siti, "later"));
    await kept.keep(siti, ["/a/nurani/my"]);
    expect(await textOf("/a/nurani/my")).toContain("later");
    expect(asked.filter((url) => url === "/a/nurani/my")).toHaveLength(3);
  });

  it("a newer page of which a file did not come does not take the place of the whole one", async () => {
    await kept.keep(siti, ["/a/nurani/my"]);
    now += 6 * 60_000;
    network = (url) => (url.startsWith("/a/") ? new Response(page(siti, "newer")) : new Response("", { status: 502 }));
    await kept.keep(siti, ["/a/nurani/my"]);
    expect(await textOf("/a/nurani/my")).toContain("today");
  });
});

describe("[R90] after many new versions", () => {
  const file = (name: string | number) => `/_next/static/chunks/${name}.js`;
  const src = (name: string | number) => `<script src="${file(name)}">`;

  it("the files of pages still kept stay, however old they are, and the oldest of no use go", async () => {
    network = (url) =>
      new Response(url.startsWith("/a/") ? page(siti, "today") + src("framework") : `${url}${src("shell")}`);
    await kept.keep(siti, ["/a/nurani/my"]);
    const files = await kept.files();
    for (let n = 0; n < 450; n += 1) await files.put(file(n), new Response("an older version's"));
    now += 6 * 60_000;
    network = (url) =>
      new Response(url.startsWith("/a/") ? page(siti, "newer") + src("framework") : `${url} static/chunks/later.js`);
    await kept.keep(siti, ["/a/nurani/my"]);
    for (const name of ["framework", "newer", "later", "shell"])
      expect(await files.match(file(name)), name).toBeDefined();
    expect(await files.match(file(0))).toBeUndefined();
    expect((await files.keys()).length).toBeLessThanOrEqual(400);
  });

  it("the page that says so is not the first version's for ever", async () => {
    await kept.keep(siti, []);
    now += 25 * 3_600_000;
    network = () => new Response("the new shell");
    await kept.keep(siti, []);
    expect(await (await kept.findShell())?.text()).toBe("the new shell");
    now += 25 * 3_600_000;
    network = (url) => (url === "/offline" ? new Response(page(siti, "half")) : Response.error());
    await kept.keep({ ...siti, locale: "ar" }, []);
    expect(await (await kept.findShell())?.text()).toBe("the new shell");
  });
});

describe("[R82] what is kept", () => {
  const others: [string, Who][] = [
    ["another person", { ...siti, user: "hendra" }],
    ["another agency", { ...siti, agency: "aqjol" }],
    ["another language", { ...siti, locale: "ar" }],
  ];
  it.each(others)("is gone when %s is here, and bears the names of all three", async (_who, other) => {
    await kept.keep(siti, ["/a/nurani/my"]);
    expect([...shelf.all.keys()]).toContain("private:nurani:siti:id");
    network = (url) => new Response(url.startsWith("/a/") ? page(other, "other") : url);
    await kept.keep(other, [`/a/${other.agency}/my`]);
    expect([...shelf.all.keys()].filter((name) => /^(private|shell)/.test(name)).sort()).toEqual(
      [`private:${whoKey(other)}`, `shell:${other.locale}`].sort(),
    );
  });

  it("is gone after signing out; the files of the program stay", async () => {
    await kept.keep(siti, ["/a/nurani/my"]);
    await kept.forget();
    expect([...shelf.all.keys()].sort()).toEqual(["shell:id", "static"]);
  });

  it("is never a page that was drawn for somebody else, nor the sign-in it led to", async () => {
    network = (url) => new Response(url.startsWith("/a/") ? page({ ...siti, user: "hendra" }, "x") : url);
    await kept.keep(siti, ["/a/nurani/my"]);
    expect(await textOf("/a/nurani/my")).toBeUndefined();
    network = () => Object.defineProperty(new Response(page(siti, "x")), "redirected", { value: true });
    await kept.keep(siti, ["/a/nurani/my"]);
    expect(await textOf("/a/nurani/my")).toBeUndefined();
  });
});

it("the worker that browsers get is the one that was written", async () => {
  expect(readFileSync("public/sw.js", "utf8")).toBe(await renderWorker());
});
