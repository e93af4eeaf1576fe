import type { Count, Item, ItemState, ReadyRow } from "../contract/readiness";

export const ITEMS: readonly Item[] = [
  ...(["documents", "payment", "visa", "vaccine"] as const),
  ...(["kit", "manasik", "room", "seat"] as const),
];
/** Without these nobody flies: the manifest waits. */
const BLOCKING: readonly Item[] = ["documents", "payment", "visa", "vaccine", "room", "seat"];
export const blocks = (item: Item) => BLOCKING.includes(item);

/** Papers that have to be seen before a visa is asked for. */
export const NEEDED_PAPERS = ["passport", "photo"] as const;

/** Days before the departure by which each is done; payment by what was agreed when it was booked. */
const DUE_DAYS: Record<Exclude<Item, "payment">, number> = {
  ...{ documents: 45, visa: 14, vaccine: 21, kit: 7, manasik: 3, room: 3, seat: 1 },
};
const DAY_MS = 86_400_000;
/** Calendar days, such as "2026-12-24". */
export const daysBefore = (day: string, days: number) =>
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
};
type Trip = { leavesOn: string; today: string };

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

const dueOf = (item: Item, settlementDays: number, leavesOn: string) =>
  daysBefore(leavesOn, item === "payment" ? settlementDays : DUE_DAYS[item]);

function judgeItem(item: Item, known: Known, dueOn: string, today: string): ItemState {
  if (!isNeeded(item, known)) return "not_needed";
  if (isDone[item](known)) return "done";
  return today > dueOn ? "late" : "open";
}

export type Standing = ReadyRow["items"][number];
export const judgeReadiness = (known: Known, { leavesOn, today }: Trip): Standing[] =>
  ITEMS.map((item) => {
    const dueOn = dueOf(item, known.settlementDays, leavesOn);
    return { item, dueOn, state: judgeItem(item, known, dueOn, today), blocks: blocks(item) };
  });

const isOpen = ({ state }: Standing) => state === "open" || state === "late";
export const isBlocking = (items: readonly Standing[]) => items.some((one) => one.blocks && isOpen(one));
export const isLate = (items: readonly Standing[]) => items.some(({ state }) => state === "late");
export const isReady = (items: readonly Standing[]) => !items.some(isOpen);
export const lacks = (items: readonly Standing[], item: Item) => items.some((one) => one.item === item && isOpen(one));

/** Of each item, how many have it. The due day is the earliest of all. */
export function countItems(all: readonly (readonly Standing[])[], leavesOn: string): Count[] {
  return ITEMS.map((item) => {
    const mine = all.flatMap((items) => items.filter((one) => one.item === item));
    const count = (state: ItemState) => mine.filter((one) => one.state === state).length;
    const days = mine.map(({ dueOn }) => dueOn).sort();
    return {
      ...{ item, blocks: blocks(item), dueOn: days[0] ?? dueOf(item, 30, leavesOn) },
      ...{ done: count("done"), open: count("open"), late: count("late") },
    };
  });
}
