import "server-only";
import { headers } from "next/headers";
import { readAgencyCard } from "@/lib/agencies/queries/agency";
import { readAgencyAtDoor } from "@/lib/identity/queries";
import { siteOf } from "../http/hosts";
import { runtime } from "../runtime";
import { openCall } from "./call";

const home = () => new URL(runtime().settings.publicUrl);

/** Where a session of the platform's host is brought along from, seen from an agency's own host; null at home.
 * @param next the page somebody wants there */
export async function handOverFrom(next: string): Promise<string | null> {
  const host = (await headers()).get("host");
  const site = siteOf(host ?? undefined, home().hostname);
  if (!host || !site || site.kind === "platform" || site.kind === "admin") return null;
  return `${home().origin}/hand-over?${new URLSearchParams({ to: host, next })}`;
}

/** An agency's host as somebody named it: only those of ours, so that no session is carried elsewhere. */
export async function readTarget(to: unknown): Promise<{ origin: string; host: string; agency: string } | null> {
  const host = typeof to === "string" ? to : undefined;
  const site = siteOf(host, home().hostname);
  if (!host || !site || !("slug" in site) || new URL(`${home().protocol}//${host}`).port !== home().port) return null;
  const system = openCall({ actor: { kind: "system", task: "hand over" }, agencyId: null, via: "page" });
  const found = await readAgencyAtDoor(system, { slug: site.slug });
  if (!found) return null;
  const inside = openCall({ actor: { kind: "nobody" }, agencyId: found.agencyId, via: "page" });
  return { origin: `${home().protocol}//${host}`, host, agency: (await readAgencyCard(inside, {})).name };
}
