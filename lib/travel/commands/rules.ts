import { listTravellers } from "@/lib/bookings/queries/travellers";
import { command } from "@/lib/kernel/command";
import { invalid, notFound } from "@/lib/kernel/fault";
import type { Readiness } from "../contract/readiness";
import { type Rules, SetRules, SetTripRules, WaiveItem } from "../contract/rules";
import { mayArrange, mayFreeze } from "../policy";
import { judgeAll, summarise } from "../queries/readiness";
import { AGENCY, showRules } from "../queries/rules";
import { loadTrip } from "../queries/trip";
import { computeRules, unblocked } from "../rules/readiness";
import { addWaivers, findRules, itemsOf, putRules, removeRules, removeWaivers } from "../store/rules";
import { mustGoOn } from "./units";

/** Says by when each item is to be done and which of them block a manifest, for every departure without its own. */
export const setRules = command({
  name: "travel.set_rules",
  input: SetRules,
  load: async () => AGENCY,
  allow: mayArrange,
  run: async (work, { items }, subject): Promise<Rules> => {
    const { agency } = await findRules(work, null);
    if (items) await putRules(work, null, items, null);
    else if (agency) await removeRules(work, agency);
    return showRules(work, null, subject);
  },
});

/** The same for one departure, and why it is not as the others.
 * @throws Fault `departure_not_found`, `validation` without a reason where it stops waiting for an item */
export const setTripRules = command({
  name: "travel.set_trip_rules",
  input: SetTripRules,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayArrange,
  run: async (work, { id, items, reason }, trip): Promise<Rules> => {
    const { agency, trip: own } = await findRules(work, id);
    const why = reason?.trim() || null;
    const below = itemsOf(agency);
    const lost = items ? unblocked(computeRules(below), computeRules(below, items)) : [];
    if (lost.length > 0 && !why) throw invalid("reason", "required");
    if (items) await putRules(work, id, items, why);
    else if (own) await removeRules(work, own);
    return showRules(work, id, trip);
  },
});

/** Lets some pilgrims go without an item and keeps why; or asks it of them again.
 * @throws Fault `departure_not_found`, `departure_over`, `pilgrim_not_found` for anybody who does not travel */
export const waiveItem = command({
  name: "travel.waive_item",
  input: WaiveItem,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayFreeze,
  run: async (work, { item, pilgrimIds, waived, reason = "" }, trip): Promise<Readiness> => {
    mustGoOn(trip);
    const here = new Set((await listTravellers(work, trip.id)).map(({ pilgrim }) => pilgrim.id));
    if (pilgrimIds.some((id) => !here.has(id))) throw notFound("pilgrim");
    const whom = { departureId: trip.id, item, pilgrimIds: [...new Set(pilgrimIds)] };
    await (waived ? addWaivers(work, { ...whom, reason: reason.trim() }) : removeWaivers(work, whom));
    return summarise(work, trip, await judgeAll(work, trip));
  },
});
