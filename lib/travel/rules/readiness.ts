import type { Count, Item, ItemState, ReadyRow } from "../contract/readiness";
import type { ItemRule } from "../contract/rules";

export const ITEMS: readonly Item[] = [
  ...(["documents", "payment", "visa", "vaccine"] as const),
  ...(["kit", "manasik", "room", "seat"] as const),
];
/** Papers that have to be seen before a visa is asked for. */
const NEEDED_PAPERS = ["passport", "photo"] as const;

export type RuleOf = Record<Item, { daysBefore: number | null; blocks: boolean }>;
/** The rules an agency begins with: how many days before the departure each item is due (payment: as agreed in the booking),
 * and whether it blocks the manifest. */
const COMES: RuleOf = {
  documents: { daysBefore: 45, blocks: true },
  payment: { daysBefore: null, blocks: true },
  visa: { daysBefore: 14, blocks: true },
  vaccine: { daysBefore: 21, blocks: true },
  kit: { daysBefore: 7, blocks: false },
  manasik: { daysBefore: 3, blocks: false },
  room: { daysBefore: 3, blocks: true },
  seat: { daysBefore: 1, blocks: true },
};
/** What holds: what comes, over it the agency's own, over that the departure's. */
export function computeRules(...layers: readonly (readonly ItemRule[])[]): RuleOf {
  const rules = { ...COMES };
  for (const { item, daysBefore: days, blocks } of layers.flat()) rules[item] = { daysBefore: days, blocks };
  return rules;
}
/** What the manifest no longer waits for, though it would without these rules. */
export const unblocked = (before: RuleOf, after: RuleOf) =>
  ITEMS.filter((item) => before[item].blocks && !after[item].blocks);

const DAY_MS = 86_400_000;
/** Calendar days, such as "2026-12-24". */
const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);

/** What is known of somebody who travels. */
export type Known = {
  takesPlace: boolean;
  missing: readonly string[];
  papers: readonly string[];
  paid: boolean;
  settlementDays: number;
  marks: readonly string[];
  /** Where they have a bed, and of which cities there are rooms. */
  beds: readonly string[];
  cities: readonly string[];
  hasSeat: boolean;
  /** Why they go without an item. */
  waived: ReadonlyMap<string, string>;
};
type Trip = { leavesOn: string; today: string; rules: RuleOf };

const hasBed = ({ beds, cities }: Known) => cities.length > 0 && cities.every((city) => beds.includes(city));
const isDone: Record<Item, (known: Known) => boolean> = {
  documents: ({ missing, papers }) => missing.length === 0 && NEEDED_PAPERS.every((kind) => papers.includes(kind)),
  payment: ({ paid }) => paid,
  visa: ({ papers }) => papers.includes("visa"),
  vaccine: ({ papers }) => papers.includes("vaccine"),
  kit: ({ marks }) => marks.includes("kit"),
  manasik: ({ marks }) => marks.includes("manasik"),
  room: hasBed,
  seat: ({ hasSeat }) => hasSeat,
};
/** An infant sleeps and sits with its mother, and learns no steps. */
const isNeeded = (item: Item, { takesPlace }: Known) =>
  takesPlace || !["room", "seat", "kit", "manasik", "vaccine"].includes(item);

const dueOf = ({ daysBefore: days }: RuleOf[Item], settlementDays: number, leavesOn: string) =>
  daysBefore(leavesOn, days ?? settlementDays);

function judgeItem(item: Item, known: Known, dueOn: string, today: string): ItemState {
  if (!isNeeded(item, known)) return "not_needed";
  if (isDone[item](known)) return "done";
  if (known.waived.has(item)) return "waived";
  return today > dueOn ? "late" : "open";
}

export type Standing = ReadyRow["items"][number];
/** Judges one after the other; a due day that many share is reckoned once. */
export function judgeFor({ leavesOn, today, rules }: Trip): (known: Known) => Standing[] {
  const days = new Map<string, string>();
  const dueOn = (item: Item, settlementDays: number) => {
    const key = `${item} ${settlementDays}`;
    const day = days.get(key) ?? dueOf(rules[item], settlementDays, leavesOn);
    days.set(key, day);
    return day;
  };
  return (known) =>
    ITEMS.map((item) => {
      const due = dueOn(item, known.settlementDays);
      const state = judgeItem(item, known, due, today);
      const reason = state === "waived" ? known.waived.get(item) : undefined;
      return { item, dueOn: due, state, blocks: rules[item].blocks, ...(reason && { reason }) };
    });
}

const isOpen = ({ state }: Standing) => state === "open" || state === "late";
/** Does something open of these keep the manifest from being frozen? */
export const isBlocking = (items: readonly Standing[]) => items.some((one) => one.blocks && isOpen(one));
/** Is something of these past its day? */
export const isLate = (items: readonly Standing[]) => items.some(({ state }) => state === "late");
/** Is nothing of these open? */
export const isReady = (items: readonly Standing[]) => !items.some(isOpen);
/** Is this item still open? */
export const lacks = (items: readonly Standing[], item: Item) => items.some((one) => one.item === item && isOpen(one));

/** Of each item, how many have it. The due day is the earliest of all. */
export function countItems(all: readonly (readonly Standing[])[], leavesOn: string, rules: RuleOf): Count[] {
  return ITEMS.map((item) => {
    const mine = all.flatMap((items) => items.filter((one) => one.item === item));
    const count = (state: ItemState) => mine.filter((one) => one.state === state).length;
    const days = mine.map(({ dueOn }) => dueOn).sort();
    return {
      item,
      blocks: rules[item].blocks,
      dueOn: days[0] ?? dueOf(rules[item], 30, leavesOn),
      done: count("done"),
      open: count("open"),
      late: count("late"),
    };
  });
}
