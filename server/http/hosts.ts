import { isIP } from "node:net";
import { isSlug } from "@/lib/agencies/contract/slug";

const SURFACES: Record<string, string> = {
  office: "office",
  owner: "office",
  manager: "office",
  lead: "lead",
  provider: "provider",
  gate: "gate",
  my: "my",
};

export type Site =
  | { kind: "platform" }
  | { kind: "admin" }
  | { kind: "agency"; slug: string }
  | { kind: "surface"; slug: string; surface: string };

/** What a Host header means; null for every host that is not exactly ours: unknown, reserved, mixed-case, punycode, spoofed.
 * @param base our own host name without port, such as "qafila.app"; `localhost` and loopback addresses always work */
export function siteOf(header: string | undefined, base: string): Site | null {
  const host = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/.exec(header ?? "")?.[1];
  if (!host) return null;
  if (host === base || host === "localhost" || host === "127.0.0.1" || host === "[::1]") return { kind: "platform" };
  // Nothing stands in front of a number.
  const root = [base, "localhost"].find((name) => isIP(name) === 0 && host.endsWith(`.${name}`));
  if (!root) return null;
  const labels = host.slice(0, -root.length - 1).split(".");
  if (labels.length === 1 && labels[0] === "admin") return { kind: "admin" };
  const slug = labels.at(-1) ?? "";
  if (!isSlug(slug)) return null;
  if (labels.length === 1) return { kind: "agency", slug };
  const surface = SURFACES[labels[0] ?? ""];
  return labels.length === 2 && surface ? { kind: "surface", slug, surface } : null;
}

/** Where the root of a host leads; every page also lives at that path, so all works without wildcard DNS. */
export function homeOf(site: Site): string | null {
  if (site.kind === "admin") return "/admin";
  if (site.kind === "surface") return `/a/${site.slug}/${site.surface}`;
  if (site.kind === "agency") return `/a/${site.slug}`;
  return null;
}

/** A surface or agency host shows that agency's pages and no other's, and not the platform's; the platform's own shows no agency. */
export function servesPath(site: Site, path: string): boolean {
  const plain = decoded(path);
  if (plain === null) return false;
  if (site.kind === "platform") return true;
  const slug = /^\/+a\/+([^/]+)/.exec(plain)?.[1];
  if (site.kind === "admin") return slug === undefined;
  return slug === undefined ? !/^\/+admin(\/|$)/.test(plain) : site.slug === slug;
}

/** Whoever serves a path resolves these on the way: another page would be shown than was judged. */
const DETOUR = /\\|(^|\/)\.{1,2}(\/|$)/;
/** How often a path may be encoded on top of itself. */
const LAYERS = 4;

/** `/%61/name` is `/a/name` to whoever serves it. Null where it does not say plainly which page is meant. */
function decoded(path: string): string | null {
  let plain = path;
  try {
    for (let layer = 0; layer < LAYERS; layer += 1) plain = decodeURIComponent(plain);
  } catch {
    return null;
  }
  return plain.startsWith("/") && !DETOUR.test(plain) ? plain : null;
}
