"use server";

import { setRules, setTripRules, waiveItem } from "@/lib/travel/commands/rules";
import type { Item } from "@/lib/travel/contract/readiness";
import type { ItemRule } from "@/lib/travel/contract/rules";
import { action } from "@/server/doors/action";

type Wish = { items: ItemRule[] | null; reason?: string };
type Waived = { item: Item; pilgrimIds: string[]; waived: boolean; reason?: string };
const waive = action(waiveItem);

const set = action(setRules);
const setTrip = action(setTripRules);

export const setFor = async (agency: string, { items }: Wish) => set(agency, { items });
export const setForTrip = async (agency: string, id: string, wish: Wish) => setTrip(agency, { id, ...wish });
/** Lets some pilgrims of this departure go without an item. */
export const waiveFor = async (agency: string, id: string, waived: Waived) => waive(agency, { id, ...waived });
