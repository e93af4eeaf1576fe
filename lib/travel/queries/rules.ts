import { z } from "zod";
import type { Work } from "@/lib/kernel/call";
import { query } from "@/lib/kernel/query";
import { TripRef } from "../contract/place";
import type { Rules } from "../contract/rules";
import { mayArrange, maySeeTravel, type TripSubject } from "../policy";
import { computeRules, ITEMS, type RuleOf } from "../rules/readiness";
import { findRules, itemsOf } from "../store/rules";
import { loadTrip } from "./trip";

/** Plain verb: by what the items of a departure are judged now. */
export async function rulesFor(work: Work, departureId: string): Promise<RuleOf> {
  const { agency, trip } = await findRules(work, departureId);
  return computeRules(itemsOf(agency), itemsOf(trip));
}

/** Whose rules the agency's own are. */
export const AGENCY: TripSubject = { branchId: null, groupId: null };

/** Plain verb: rules as they are shown. */
export async function showRules(work: Work, id: string | null, subject: TripSubject): Promise<Rules> {
  const { agency, trip } = await findRules(work, id);
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

/** By when each item is to be done, and which of them the manifest waits for, where a departure says nothing else. */
export const readRules = query({
  name: "travel.read_rules",
  input: z.strictObject({}),
  load: async () => AGENCY,
  allow: maySeeTravel,
  run: (work, _input, subject) => showRules(work, null, subject),
});

/** The same for one departure. */
export const readTripRules = query({
  name: "travel.read_trip_rules",
  input: TripRef,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: maySeeTravel,
  run: (work, { id }, trip) => showRules(work, id, trip),
});
