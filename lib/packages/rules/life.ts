import { conflict } from "@/lib/kernel/fault";
import type { DepartureMove, DepartureStatus, Seats } from "../contract/departure";

export type StoredStatus = Exclude<DepartureStatus, "full">;

/** The life of a departure; what is not here is refused. */
const MOVES: Record<StoredStatus, readonly StoredStatus[]> = {
  draft: ["open", "cancelled"],
  open: ["closed", "departed", "cancelled"],
  closed: ["open", "departed", "cancelled"],
  departed: ["completed"],
  completed: [],
  cancelled: [],
};
/** May a departure take this step from where it stands? */
export const mayMove = (from: StoredStatus, to: DepartureMove) => MOVES[from].includes(to);

/** What a person reads: an open departure without seats is full. */
export const computeStatus = (stored: StoredStatus, { left }: Pick<Seats, "left">): DepartureStatus =>
  stored === "open" && left === 0 ? "full" : stored;

/** What is over stays as it was. @throws Fault `departure_over` */
export function mustGoOn({ status }: { status: StoredStatus }) {
  if (status === "completed" || status === "cancelled") throw conflict("departure_over");
}

/** Nothing is for sale without a price, or for nothing: who owes nothing never pays. @throws Fault `departure_incomplete` */
export function mustHavePrice(prices: Priced) {
  if (!computePriceFrom(prices)) throw conflict("departure_incomplete", { fields: { prices: ["required"] } });
}

type Priced = readonly { passengerType: string; amount: number }[];
/** The least an adult pays in minor units; null without a price for adults. */
export function computePriceFrom(prices: Priced): number | null {
  const adults = prices.filter(({ passengerType }) => passengerType === "adult").map(({ amount }) => amount);
  return adults.length > 0 ? Math.min(...adults) : null;
}
