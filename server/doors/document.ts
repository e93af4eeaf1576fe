import { mayAsk } from "@/lib/agencies/policy";
import { maySell } from "@/lib/bookings/policy";
import { readGroup } from "@/lib/groups/queries";
import { may } from "@/lib/kernel/permission";
import { mayCreatePackage } from "@/lib/packages/policy";
import { mayKeepDesk } from "@/lib/savings/policy";
import { mayChangeProducts } from "@/lib/shop/policy";
import { mayCountSignal, maySeeGroupPositions } from "@/lib/tracking/policy";
import { maySeeUsers } from "@/lib/users/policy";
import { openCall } from "./call";
import { identify } from "./session";
import { type Entry, enter, enterPlatform, type Surface, saysNothingHere, signInPath } from "./surface";

type Inside = Exclude<Entry, "missing" | { signIn: string | null }>;
/** What becomes of a document before it is made; a page that is served still asks for itself. */
export type Verdict = "serve" | "missing" | { redirect: string };

const ADDRESS = /^\/a\/([^/]+)(?:\/(office|lead|my)(\/.*)?)?\/?$/;
const GROUP = /^\/groups\/([^/]+)(\/map)?/;

/** A page streams, so its status is on the way before the page knows whether it is there. This one knows sooner.
 * @param path decoded, without query */
export async function judgeDocument(headers: Headers, path: string, search: string): Promise<Verdict> {
  if (/^\/admin(\/|$)/.test(path)) {
    const entry = await enterPlatform(headers);
    if (entry === "missing") return entry;
    return "signIn" in entry ? { redirect: signInPath(path + search, entry.signIn) } : "serve";
  }
  const [, agency, surface, rest = ""] = ADDRESS.exec(path) ?? [];
  if (agency === undefined) return "serve";
  if (surface === undefined) return (await isAgency(headers, agency)) ? "serve" : "missing";
  const entry = await enter(headers, agency, surface as Surface);
  if (entry === "missing") return entry;
  if ("signIn" in entry) return { redirect: signInPath(path + search, entry.signIn) };
  return (await isThere(entry, surface as Surface, rest)) ? "serve" : "missing";
}

const isAgency = (headers: Headers, agency: string) =>
  identify(headers, "page", { agency, anonymous: true }).then(() => true, nothing);

/** Pages of the office that are not for everybody who works there. */
const OFFICE: [pages: RegExp, isFor: (inside: Inside) => boolean][] = [
  [/^\/map/, ({ actor }) => mayCountSignal(actor)],
  [/^\/settings/, ({ actor }) => may(actor, "see", "agency")],
  [/^\/audit/, ({ actor }) => may(actor, "see", "audit")],
  [/^\/(staff|branches)/, ({ actor }) => maySeeUsers(actor)],
  [/^\/access/, ({ actor }) => mayAsk(actor)],
  [/^\/packages\/new/, ({ actor, readOnly }) => !readOnly && mayCreatePackage(actor, actor)],
  [/^\/products\/./, ({ actor, readOnly }) => !readOnly && mayChangeProducts(actor)],
  [/^\/bookings\/new/, ({ actor, readOnly }) => !readOnly && maySell(actor, actor)],
  [/^\/savings\/(new|collect|[^/]+\/convert)/, ({ actor, readOnly }) => !readOnly && mayKeepDesk(actor)],
];

async function isThere(inside: Inside, surface: Surface, rest: string): Promise<boolean> {
  const { actor } = inside;
  if (surface === "office" && OFFICE.some(([pages, isFor]) => pages.test(rest) && !isFor(inside))) return false;
  const [, groupId, map] = GROUP.exec(rest) ?? [];
  if (groupId === undefined) return true;
  const group = await readGroup(openCall({ ...inside, via: "page" }), { groupId }).catch(nothing);
  return (
    group !== false &&
    (!map || maySeeGroupPositions(actor, { groupId, branchId: group.branchId, runs: group.state === "running" }))
  );
}

function nothing(error: unknown): false {
  if (saysNothingHere(error)) return false;
  throw error;
}
