import { HOUR } from "@/lib/kernel/durations";
import type { OrderRow, OrderState } from "./contract/order";

/** Stock is kept so long for what is not paid. */
export const ORDER_HOLD_MS = 24 * HOUR;

/** An order's life: what may follow what. Asked for a better proof, it waits again. */
const NEXT: Record<OrderState, readonly OrderState[]> = {
  pending: ["proof_submitted", "verified", "cancelled"],
  proof_submitted: ["pending", "verified", "rejected", "cancelled"],
  verified: ["fulfilled", "cancelled"],
  fulfilled: [],
  rejected: [],
  cancelled: [],
};
/** May an order go from the one state to the other? */
export const mayBecome = (from: OrderState, to: OrderState) => NEXT[from].includes(to);
/** Nothing can happen to it any more. */
export const isOver = (state: OrderState) => NEXT[state].length === 0;
/** Its stock is only kept; of `verified` it is sold. */
export const isKept = (state: OrderState) => state === "pending" || state === "proof_submitted";

/** What came in and has to go back: all of it once the goods don't leave the shop. */
export const computeRefund = (state: OrderState, { paid, total }: { paid: number; total: number }) =>
  Math.max(0, paid - (state === "rejected" || state === "cancelled" ? 0 : total));

/** What is still to be paid for goods that have not left, also where money went back after they were sold. */
export const computeRest = (state: OrderState, { paid, total }: { paid: number; total: number }) =>
  isOver(state) ? 0 : Math.max(0, total - paid);

export type OrderLook = OrderState | "part_paid" | "refunded";
/** How an order is shown, by its state and its money: "part_paid" while a rest is owed, "refunded" once all that was paid
 * for a sold order has gone back. */
export function lookOf({ state, paid, rest }: Pick<OrderRow, "state" | "paid" | "rest">): OrderLook {
  const isOpen = state === "pending" || state === "verified";
  if (isOpen && paid.amount > 0 && rest.amount > 0) return "part_paid";
  return state === "verified" && rest.amount > 0 ? "refunded" : state;
}

/** Pieces of a variant that its stock still makes. */
export const piecesLeft = (left: number, units: number) => (left - (left % units)) / units;

const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 7;
/** "SH-7K2M9CX": what is said at the counter, without letters that are taken for figures. */
export function drawOrderCode(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(LENGTH * 2));
  const at = (i: number) => (drawn[i * 2]! * 256 + drawn[i * 2 + 1]!) % LETTERS.length;
  return `SH-${Array.from({ length: LENGTH }, (_, i) => LETTERS[at(i)]).join("")}`;
}
