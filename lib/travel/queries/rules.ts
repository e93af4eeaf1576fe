import type { Work } from "@/lib/kernel/call";
import { query } from "@/lib/kernel/query";
import { ReadRules, type Rules } from "../contract/rules";
import { mayArrange, maySeeTravel, type TripSubject } from "../policy";
import { computeRules, ITEMS, type RuleOf } from "../rules/readiness";
import { findRules, itemsOf } from "../store/rules";
import { loadTrip } from "./trip";

/** Plain verb: by what the items of a departure are judged now. */
export async function rulesFor(work: Work, departureId: string): Promise<RuleOf> {
  const { agency, trip } = await findRules(work, departureId);
  return computeRules(itemsOf(agency), itemsOf(trip));
}

/** The departure that is meant, or the whole agency. */
export const loadRuled = async (work: Work, id: string | undefined): Promise<TripSubject> =>
  id ? loadTrip(work, { id }) : { branchId: null, groupId: null };

/** Plain verb: rules as they are shown. */
export async function showRules(work: Work, id: string | undefined, subject: TripSubject): Promise<Rules> {
  const { agency, trip } = await findRules(work, id ?? null);
  const rules = computeRules(itemsOf(agency), itemsOf(trip));
  const own = id ? trip : agency;
  return {
    items: ITEMS.map((item) => ({ item, ...rules[item] })),
    own: own !== null,
    reason: own?.ruleReason ?? null,
    changedAt: own?.changedAt ?? null,
    mayChange: mayArrange(work.actor, subject),
  };
}

/** By when each item is to be done, and which of them the manifest waits for. */
export const readRules = query({
  name: "travel.read_rules",
  input: ReadRules,
  load: (work, { id }) => loadRuled(work, id),
  allow: maySeeTravel,
  run: (work, { id }, subject) => showRules(work, id, subject),
});
