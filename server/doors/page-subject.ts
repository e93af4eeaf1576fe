import { readAgencyFile } from "@/lib/agencies/queries/platform";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { readChat } from "@/lib/chat/queries";
import { mayExportRoster } from "@/lib/groups/policy";
import { readGroup } from "@/lib/groups/queries";
import { readInvoice } from "@/lib/invoices/queries/invoices";
import type { Call } from "@/lib/kernel/call";
import { isFault } from "@/lib/kernel/fault";
import { readDeparture } from "@/lib/packages/queries/departures";
import { readPackage } from "@/lib/packages/queries/packages";
import { readPublicPackage } from "@/lib/packages/queries/public";
import { readPlan } from "@/lib/savings/queries/plans";
import { readOrder } from "@/lib/shop/queries/orders";
import { readProduct } from "@/lib/shop/queries/products";
import { maySeeGroupPositions } from "@/lib/tracking/policy";
import { mayImportInto, maySeeManifest } from "@/lib/travel/policy";
import { readLatestImport } from "@/lib/travel/queries/import";
import { readManifestState } from "@/lib/travel/queries/manifest";
import { readRules, readTripRules } from "@/lib/travel/queries/rules";
import type { Surface } from "./surface";

/** Looks for what a page is about, within its reader's reach. False or a refusal means: for this reader there is no such page. */
type Find = (call: Call, id: string, version?: string) => Promise<unknown>;

const findGroup: Find = (call, groupId) => readGroup(call, { groupId });
const findMap: Find = async (call, groupId) => {
  const { branchId, state } = await readGroup(call, { groupId });
  return maySeeGroupPositions(call.actor, { groupId, branchId, runs: state === "running" });
};
const findRoster: Find = async (call, groupId) => {
  const { branchId } = await readGroup(call, { groupId });
  return mayExportRoster(call.actor, { groupId, branchId });
};
const findChat: Find = (call, groupId) => readChat(call, { groupId });
/** A chat that opens only with a reason is there: the page itself asks for the reason. */
const findTalk: Find = (call, groupId) =>
  readChat(call, { groupId }).catch((error: unknown) => {
    if (isFault(error) && error.code === "look_needed") return true;
    throw error;
  });

const findDeparture: Find = (call, id) => readDeparture(call, { id });
const findTrip: Find = (call, id) => readTripRules(call, { id });
const findTripRules: Find = async (call, id) => (await readTripRules(call, { id })).mayChange && !call.readOnly;
const findRules: Find = async (call) => (await readRules(call, {})).mayChange && !call.readOnly;
/** While the agency may only look, nothing can be imported; but an import that waits for the agency to open again is shown. */
const findImport: Find = async (call, id) => {
  if (!mayImportInto(call.actor, await readDeparture(call, { id }))) return false;
  return !call.readOnly || (await readLatestImport(call, { id })).latest?.status === "paused";
};
/** Asks whether there is a manifest without reading it: each reading is on record as somebody's look. */
const findPaper: Find = async (call, id, version) => {
  const [departure, { versions, blocking }] = await Promise.all([
    readDeparture(call, { id }),
    readManifestState(call, { id }),
  ]);
  const frozen = version ? versions.some((one) => one.version === Number(version)) : versions.length > 0;
  return maySeeManifest(call.actor, departure) && (frozen || (!version && blocking === 0));
};

const findPackage: Find = (call, id) => readPackage(call, { id });
const findProduct: Find = (call, id) => readProduct(call, { id });
const findBooking: Find = (call, id) => readBooking(call, { id });
const findInvoice: Find = (call, id) => readInvoice(call, { id });
const findOrder: Find = (call, id) => readOrder(call, { id });
const findPlan: Find = (call, id) => readPlan(call, { id });

type Place = Surface | "public" | "admin";
/** Patterns of addresses, query included, and who finds what they are about. `:` stands for the id; the first that fits counts. */
const SUBJECTS: Record<Place, Record<string, Find>> = {
  office: {
    "/groups/:/map": findMap,
    "/groups/:/chat": findTalk,
    "/groups/:/print": findRoster,
    "/groups/:": findGroup,
    "/departures/rules": findRules,
    "/departures/:/readiness/rules": findTripRules,
    "/departures/:/(readiness|rooms|buses|manifest(?!/))": findTrip,
    "/departures/:/manifest/[^?]*(?:\\?(?:.*&)?version=(?<version>[^&]+))?": findPaper,
    "/departures/:/import": findImport,
    "/departures/:": findDeparture,
    "/packages/(?!new\\b):": findPackage,
    "/products/(?!new\\b):": findProduct,
    "/invoices/:": findInvoice,
    "/savings/(?!(?:new|collect|proofs|setup)\\b):": findPlan,
    "/bookings/?\\?(?:.*&)?open=:": findBooking,
    "/orders/?\\?(?:.*&)?open=:": findOrder,
  },
  lead: { "/groups/:/map": findMap, "/groups/:/chat": findChat, "/groups/:": findGroup },
  my: {
    "/messages/:": findChat,
    "/bookings/:": findBooking,
    "/invoices/:": findInvoice,
    "/savings/:": findPlan,
    "/shop/:": findOrder,
  },
  public: { "/packages/:": (call, id) => readPublicPackage(call, { id }), "/book/:": findDeparture },
  admin: { "/agencies/:": (call, id) => readAgencyFile(call, { id }) },
};
const asPattern = (address: string) => new RegExp(`^${address.replace(/:(?=\/|$)/g, "(?<id>[^/?&]+)")}`);
const PAGES = new Map(
  Object.entries(SUBJECTS).map(([place, subjects]) => {
    const pages = Object.entries(subjects).map(([address, find]) => ({ address: asPattern(address), find }));
    return [place, pages];
  }),
);

/** How to find what the page at this address is about; null for a page about no single subject.
 * @param address below the place's own, with the query: "/groups/0193…/map" */
export function subjectOf(place: Place, address: string): ((call: Call) => Promise<unknown>) | null {
  for (const { address: page, find } of PAGES.get(place) ?? []) {
    const found = page.exec(address);
    if (found) return (call) => find(call, found.groups?.id ?? "", found.groups?.version);
  }
  return null;
}
