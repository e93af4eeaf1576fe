import { listTravellers } from "@/lib/bookings/queries/travellers";
import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { invalid, notFound } from "@/lib/kernel/fault";
import type { Readiness } from "../contract/readiness";
import { type Rules, SetRules, WaiveItem } from "../contract/rules";
import { mayArrange, mayFreeze } from "../policy";
import { judgeAll, summarise } from "../queries/readiness";
import { loadRuled, showRules } from "../queries/rules";
import { loadTrip } from "../queries/trip";
import { computeRules, unblocked } from "../rules/readiness";
import { addWaivers, findRules, itemsOf, putRules, removeRules, removeWaivers } from "../store/rules";
import { mustGoOn } from "./units";

async function change(work: Work, { id, items, reason }: SetRules): Promise<void> {
  const { agency, trip } = await findRules(work, id ?? null);
  const own = id ? trip : agency;
  if (items === null) return own ? removeRules(work, own) : undefined;
  const why = reason?.trim() || null;
  const below = computeRules(id ? itemsOf(agency) : []);
  if (id && !why && unblocked(below, computeRules(itemsOf(agency), items)).length > 0)
    throw invalid("reason", "required");
  await putRules(work, id ?? null, items, why);
}

/** Says by when each item is to be done and which of them block the manifest, for the agency or for one departure.
 * @throws Fault `departure_not_found`, `validation` without a reason where a departure stops waiting for an item */
export const setRules = command({
  name: "travel.set_rules",
  input: SetRules,
  load: (work, { id }) => loadRuled(work, id),
  allow: mayArrange,
  run: async (work, input, subject): Promise<Rules> => {
    await change(work, input);
    return showRules(work, input.id, subject);
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
