import { mayAsk } from "@/lib/agencies/policy";
import { maySeeWaitlist, maySell } from "@/lib/bookings/policy";
import { isInvoiceStaff } from "@/lib/invoices/policy";
import type { Call } from "@/lib/kernel/call";
import { may } from "@/lib/kernel/permission";
import { maySeeOutbox } from "@/lib/notices/policy";
import { mayCreatePackage } from "@/lib/packages/policy";
import { mayKeepBank } from "@/lib/payments/policy";
import { maySeeReports } from "@/lib/reports/policy";
import { mayKeepDesk, mayListSavings } from "@/lib/savings/policy";
import { keepsOrders, mayChangeProducts } from "@/lib/shop/policy";
import { mayCountSignal } from "@/lib/tracking/policy";
import { maySeeUsers } from "@/lib/users/policy";
import { openCall } from "./call";
import { subjectOf } from "./page-subject";
import {
  APPLICATION,
  atFrontDoor,
  type Entry,
  enter,
  enterPlatform,
  type Surface,
  saysNothingHere,
  signInPath,
  wasTurnedAway,
} from "./surface";

type Inside = Exclude<Entry, "missing" | { signIn: string | null }>;
/** What is done with a request for a page before Next draws it; a page that is served still checks by itself. Both `missing`
 * and `missed` are a 404: the first for strangers to that surface, the second for who belongs there and is shown a way on. */
export type Verdict = "serve" | "missing" | "missed" | { redirect: string };

const PLATFORM = /^\/admin(\/.*)?$/;
const ADDRESS = /^\/a\/([^/]+)(?:\/(office|lead|my)(?=\/|$))?(\/.*)?$/;

/** Decides the status of a page: Next streams, so a page that finds out while it is drawn can't answer 404 any more.
 * @param path decoded, without query */
export async function judgeDocument(headers: Headers, path: string, search: string): Promise<Verdict> {
  const platform = PLATFORM.exec(path);
  if (platform) return judgeInside(await enterPlatform(headers), "admin", platform[1] ?? "", { path, search });
  const [, agency, surface, rest = ""] = ADDRESS.exec(path) ?? [];
  if (agency === undefined) return "serve";
  if (surface === undefined) return judgeFront(headers, agency, rest);
  const entry = await enter(headers, agency, surface as Surface);
  if (entry === "missing" && surface === "office" && (await wasTurnedAway(headers, agency)))
    return { redirect: APPLICATION };
  return judgeInside(entry, surface as Surface, rest, { path, search });
}

type Asked = { path: string; search: string };
async function judgeInside(
  entry: Entry,
  place: Surface | "admin",
  rest: string,
  { path, search }: Asked,
): Promise<Verdict> {
  if (entry === "missing") return entry;
  if ("signIn" in entry) return { redirect: signInPath(path + search, entry.signIn) };
  if (place === "office" && OFFICE.some(([pages, isFor]) => pages.test(rest) && !isFor(entry))) return "missed";
  const find = subjectOf(place, rest + search);
  return !find || (await isThere(find, openCall({ ...entry, via: "page" }))) ? "serve" : "missed";
}

/** An agency's public pages, which everybody may see. */
async function judgeFront(headers: Headers, agency: string, rest: string): Promise<Verdict> {
  const find = subjectOf("public", rest);
  if (!find && rest.length > 1) return "serve";
  const identity = await atFrontDoor(headers, agency).catch(nothing);
  if (!identity) return "missing";
  return !find || (await isThere(find, openCall({ ...identity, via: "page" }))) ? "serve" : "missing";
}

const isThere = async (find: (call: Call) => Promise<unknown>, call: Call): Promise<boolean> =>
  (await find(call).catch(nothing)) !== false;

/** Pages of the office that are not for everybody who works there. */
const OFFICE: [pages: RegExp, isFor: (inside: Inside) => boolean][] = [
  [/^\/map/, ({ actor }) => mayCountSignal(actor)],
  [/^\/settings/, ({ actor }) => may(actor, "see", "agency")],
  [/^\/audit/, ({ actor }) => may(actor, "see", "audit")],
  [/^\/outbox/, ({ actor }) => maySeeOutbox(actor)],
  [/^\/reports/, ({ actor }) => maySeeReports(actor)],
  [/^\/(staff|branches|pilgrims)/, ({ actor }) => maySeeUsers(actor)],
  [/^\/access/, ({ actor }) => mayAsk(actor)],
  [/^\/packages\/new/, ({ actor, readOnly }) => !readOnly && mayCreatePackage(actor, actor)],
  [/^\/orders/, ({ actor }) => keepsOrders(actor)],
  [/^\/products\/./, ({ actor, readOnly }) => !readOnly && mayChangeProducts(actor)],
  [/^\/bookings\/new/, ({ actor, readOnly }) => !readOnly && maySell(actor, actor)],
  [/^\/bookings/, ({ actor }) => maySeeWaitlist(actor, actor)],
  [/^\/(invoices|proofs)\/?$/, ({ actor }) => isInvoiceStaff(actor)],
  [/^\/proofs\/bank/, ({ actor }) => mayKeepBank(actor)],
  [/^\/savings\/(proofs|setup)/, ({ actor }) => mayListSavings(actor)],
  [/^\/savings\/(new|collect|[^/]+\/convert)/, ({ actor, readOnly }) => !readOnly && mayKeepDesk(actor)],
];

function nothing(error: unknown): false {
  if (saysNothingHere(error)) return false;
  throw error;
}
