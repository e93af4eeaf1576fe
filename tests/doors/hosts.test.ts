import { describe, expect, it } from "vitest";
import { isSlug, RESERVED } from "@/lib/agencies/contract/slug";
import { homeOf, type Site, servesPath, siteOf } from "@/server/http/hosts";

const PLATFORM: Site = { kind: "platform" };
const NURANI: Site = { kind: "agency", slug: "nurani" };
const OFFICE: Site = { kind: "surface", slug: "nurani", surface: "office" };

const HOSTS: [what: string, header: string | undefined, site: Site | null][] = [
  ["ourselves", "qafila.app", PLATFORM],
  ["ourselves with a port", "qafila.app:3000", PLATFORM],
  ["this machine", "localhost:3000", PLATFORM],
  ["this machine by number", "127.0.0.1:3000", PLATFORM],
  ["this machine by its IPv6 number", "[::1]:3000", PLATFORM],
  ["the super admin's", "admin.qafila.app", { kind: "admin" }],
  ["an agency's", "nurani.qafila.app", NURANI],
  ["an agency's on this machine", "nurani.localhost:3000", NURANI],
  ["an agency's office", "office.nurani.qafila.app", OFFICE],
  ["an agency's office by its owner's name", "owner.nurani.qafila.app", OFFICE],
  ["nothing", undefined, null],
  ["an empty name", "", null],
  ["somebody else's", "evil.example", null],
  ["one that ends like ours", "evilqafila.app", null],
  ["one that contains ours", "qafila.app.evil.example", null],
  ["ours behind a user name", "qafila.app@evil.example", null],
  ["mixed case", "Nurani.Qafila.App", null],
  ["capitals", "QAFILA.APP", null],
  ["a trailing dot", "qafila.app.", null],
  ["an agency with a trailing dot", "nurani.qafila.app.", null],
  ["a leading dot", ".qafila.app", null],
  ["two dots", "nurani..qafila.app", null],
  ["punycode", "xn--nurni-wqa.qafila.app", null],
  ["punycode of a surface", "office.xn--nurni-wqa.qafila.app", null],
  ["letters that only look like ours", "nurаni.qafila.app", null],
  ["a reserved name", "api.qafila.app", null],
  ["a surface without an agency", "office.qafila.app", null],
  ["a reserved name below a surface", "office.admin.qafila.app", null],
  ["an unknown surface", "kitchen.nurani.qafila.app", null],
  ["one label too many", "a.office.nurani.qafila.app", null],
  ["an underscore", "nu_rani.qafila.app", null],
  ["a hyphen at the edge", "-nurani.qafila.app", null],
  ["a space", "nurani .qafila.app", null],
  ["two hosts", "nurani.qafila.app, evil.example", null],
  ["a path", "nurani.qafila.app/x", null],
  ["a line break", "nurani.qafila.app\r\nx: y", null],
  ["a port that is none", "qafila.app:port", null],
  ["a port too long", "qafila.app:300000", null],
  ["another number of this machine", "127.1:3000", null],
  ["another machine's IPv6 number", "[2001:db8::1]:3000", null],
  ["a name of 64 letters", `${"n".repeat(64)}.qafila.app`, null],
];

describe("[R81] whose host it is", () => {
  it.each(HOSTS)("%s", (_what, header, site) => {
    expect(siteOf(header, "qafila.app")).toEqual(site);
  });

  it("nothing stands in front of a number: a house that is reached by one has no hosts of its agencies", () => {
    expect(siteOf("10.0.0.7:3000", "10.0.0.7")).toEqual(PLATFORM);
    expect(siteOf("nurani.10.0.0.7:3000", "10.0.0.7")).toBe(null);
  });

  it("no reserved name is ever an agency's, in no spelling", () => {
    for (const name of RESERVED) {
      expect([name, isSlug(name), isSlug(name.toUpperCase())]).toEqual([name, false, false]);
      expect([name, siteOf(`${name}.qafila.app`, "qafila.app")?.kind ?? null]).not.toContain("agency");
    }
  });
});

describe("[R81] where a host leads", () => {
  it("its root is the page that also lives at a path", () => {
    expect([PLATFORM, { kind: "admin" } as Site, NURANI, OFFICE].map(homeOf)).toEqual([
      null,
      "/admin",
      "/a/nurani",
      "/a/nurani/office",
    ]);
  });

  it.each<[Site, string, boolean]>([
    [PLATFORM, "/a/nurani/office", true],
    [NURANI, "/a/nurani/office", true],
    [OFFICE, "/a/nurani/lead", true],
    [NURANI, "/sign-in", true],
    [NURANI, "/_next/static/x.js", true],
    [NURANI, "/a/aqjol/office", false],
    [OFFICE, "/a/aqjol", false],
    [NURANI, "/a/nurani.evil/office", false],
    [NURANI, "/%61/aqjol/office", false],
    [NURANI, "//a//aqjol", false],
    [NURANI, "/a/%6eurani", true],
    [{ kind: "admin" }, "/a/nurani/office", false],
    [{ kind: "admin" }, "/admin", true],
    [{ kind: "admin" }, "/", true],
    [NURANI, "/admin", false],
    [OFFICE, "/%61dmin/agencies", false],
    [NURANI, "/administration", true],
    [PLATFORM, "/admin", true],
    [NURANI, "/", true],
    [NURANI, "/a/nurani/office/v1.2..3/..well-known", true],
  ])("%o shows %s: %s", (site, path, shows) => {
    expect(servesPath(site, path)).toBe(shows);
  });

  const DETOURS = [
    "/x/../a/aqjol",
    "/a/nurani/../aqjol",
    "/./a/aqjol",
    "/a/./aqjol",
    "/a/nurani/..",
    "/x/%2e%2e/a/aqjol",
    "/x/.%2E/a/aqjol",
    "/x/%252e%252e/a/aqjol",
    "/x%2f..%2fa/aqjol",
    "/x/..%2fa%2faqjol",
    "\\a\\aqjol",
    "/\\a/aqjol",
    "/x\\..\\a\\aqjol",
    "/x/..%5ca/aqjol",
    "/%5c/a/aqjol",
    "/%zz/../a/aqjol",
    "http://nurani.qafila.app/a/aqjol",
    "",
  ];
  it.each(DETOURS)("nobody's host shows what a path only leads to by a detour: '%s'", (path) => {
    for (const site of [PLATFORM, NURANI, OFFICE, { kind: "admin" } as const]) {
      expect(servesPath(site, path)).toBe(false);
    }
  });
});
