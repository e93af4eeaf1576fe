import { release, sell } from "@/lib/inventory/commands";
import { isPerson, isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/fault";
import { CancelOrder, type Order, OrderRef, type OrderSettled, type OrderState } from "../contract/order";
import { orderMoved } from "../facts";
import { mayCancelOrder, mayFulfil } from "../policy";
import { computeRefund, computeRest, isKept, isOver, mayBecome, ORDER_HOLD_MS } from "../rules";
import { fulfilUndoUntil, listOrderLines, lockOrder, type OrderRecord, setOrder, showOrder } from "../store/orders";
import { endOrderInvoice } from "./invoice";
import { EXPIRE_ORDER } from "./place";

type Change = Partial<Pick<OrderRecord, "holdEndsAt" | "paid" | "reason" | "fulfilledBy" | "endedAt">>;
/** @throws Fault `order_state` with where it stands, for a way its life does not go */
async function move(work: Work, order: OrderRecord, to: OrderState, change: Change = {}): Promise<OrderRecord> {
  if (!mayBecome(order.state, to)) throw conflict("order_state", { from: order.state, to });
  return put(work, order, to, change);
}

/** It stands so from here on, and whom it concerns hears of it. */
async function put(work: Work, order: OrderRecord, to: OrderState, change: Change): Promise<OrderRecord> {
  const { id: orderId, buyerUserId, state: from } = order;
  const after = await setOrder(work, order, { state: to, ...change });
  const refund = computeRefund(to, after);
  const byUserId = isPerson(work.actor) ? work.actor.userId : null;
  work.tell(orderMoved, { agencyId: agencyOf(work), orderId, buyerUserId, byUserId, from, to, refund });
  return after;
}

const claimsOf = async (work: Work, id: string) => (await listOrderLines(work, id)).map(({ claimId }) => claimId);

/** The stock goes back, once (R5), and nothing is owed any more. */
async function giveBack(work: Work, order: OrderRecord, to: "cancelled" | "rejected", reason: string | null) {
  const after = await move(work, order, to, { holdEndsAt: null, reason, endedAt: work.now });
  await release(work, await claimsOf(work, order.id));
  await endOrderInvoice(work, order.id);
  return after;
}

/** Gives an order up. Whoever bought does so until it is paid; after that the office does, and the money goes back.
 * @throws Fault `order_paid`, `order_state` when it is over */
export const cancelOrder = command({
  name: "shop.cancel",
  input: CancelOrder,
  load: (work, { id }) => lockOrder(work, id),
  allow: mayCancelOrder,
  run: async (work, { reason = null }, order): Promise<Order> => {
    if (order.state === "verified" && !mayFulfil(work.actor, order)) throw conflict("order_paid");
    return showOrder(work, await giveBack(work, order, "cancelled", reason));
  },
});

/** It was handed over. Who says so again gets the same answer.
 * @throws Fault `order_state` before it is paid, `order_unpaid` where its money went back since */
export const fulfilOrder = command({
  name: "shop.fulfil",
  input: OrderRef,
  load: (work, { id }) => lockOrder(work, id),
  allow: mayFulfil,
  run: async (work, _input, order): Promise<Order> => {
    if (order.state === "fulfilled") return showOrder(work, order);
    if (order.state === "verified" && computeRest(order.state, order) > 0) throw conflict("order_unpaid");
    const fulfilledBy = isPerson(work.actor) ? work.actor.userId : null;
    return showOrder(work, await move(work, order, "fulfilled", { fulfilledBy, endedAt: work.now }));
  },
});

/** Takes back that one has just said it was handed over: it waits for its buyer again. Who asks again gets the same answer.
 * @throws Fault `undo_late` when it is another's word, its time is up, or nobody said so */
export const undoFulfil = command({
  name: "shop.undo_fulfil",
  input: OrderRef,
  load: (work, { id }) => lockOrder(work, id),
  allow: mayFulfil,
  run: async (work, _input, order): Promise<Order> => {
    if (order.state === "verified") return showOrder(work, order);
    if (!fulfilUndoUntil(work, order)) throw conflict("undo_late", { state: order.state });
    return showOrder(work, await put(work, order, "verified", { fulfilledBy: null, endedAt: null }));
  },
});

const hasRunOut = ({ state, holdEndsAt }: OrderRecord, now: Date) =>
  state === "pending" && holdEndsAt !== null && holdEndsAt <= now;

/** Lets the stock of an order go whose time is up; on any other it does nothing. Returns whether it did. */
export const expireOrder = command({
  name: "shop.expire",
  input: OrderRef,
  load: (work, { id }) => lockOrder(work, id),
  allow: isSystem,
  run: async (work, _input, order) => {
    if (!hasRunOut(order, work.now)) return false;
    await giveBack(work, order, "cancelled", null);
    return true;
  },
});

/** More is to be paid: for another day, or without an end where part of it came already. */
async function waitForMoney(work: Work, order: OrderRecord, paid = order.paid): Promise<void> {
  const holdEndsAt = paid > 0 ? null : addMs(work.now, ORDER_HOLD_MS);
  if (order.state === "pending") await setOrder(work, order, { paid, holdEndsAt });
  else await move(work, order, "pending", { paid, holdEndsAt });
  if (holdEndsAt) work.later({ task: EXPIRE_ORDER, key: order.id, runAt: holdEndsAt, payload: { id: order.id } });
}

/** `waits`: something else was sent for it that nobody has decided about. */
type Paid = { id: string; paid: number; waits?: boolean };
/**
 * Plain verb for whoever keeps the money: so much has come in for this order in all (R15). From its total on the goods
 * are sold; of less the rest is to be paid. Money for what is over, or whose stock is gone, is noted and is to go back (R6).
 * @throws Fault `order_not_found`
 */
export async function settleOrder(work: Work, { id, paid, waits = false }: Paid): Promise<OrderSettled> {
  const found = await lockOrder(work, id);
  const order = hasRunOut(found, work.now) ? await giveBack(work, found, "cancelled", null) : found;
  if (isKept(order.state) && paid >= order.total) {
    await sell(work, await claimsOf(work, id));
    await move(work, order, "verified", { paid, holdEndsAt: null });
    return { outcome: "settled", state: "verified" };
  }
  if (isKept(order.state) && !waits) {
    await waitForMoney(work, order, paid);
    return { outcome: "below_total", state: "pending" };
  }
  await setOrder(work, order, { paid });
  const isLate = isOver(order.state) && order.state !== "fulfilled";
  const outcome = isLate ? "needs_refund" : isKept(order.state) ? "below_total" : "settled";
  return { outcome, state: order.state };
}

type Noted = { id: string; what: "submitted" | "rejected" | "asked"; reason?: string | null; waits?: boolean };
/**
 * Plain verb for whoever looks at proofs: one came in, which keeps the stock while somebody looks; it was refused; or a
 * better one is asked for, with another day to send it. An order of which part is paid, or for which another proof waits
 * (`waits`), is not refused with one of its proofs. On an order that stands elsewhere it does nothing.
 */
export async function noteOrderProof(work: Work, { id, what, reason = null, waits = false }: Noted): Promise<void> {
  const found = await lockOrder(work, id);
  const order = hasRunOut(found, work.now) ? await giveBack(work, found, "cancelled", null) : found;
  if (what === "submitted" && order.state === "pending")
    await move(work, order, "proof_submitted", { holdEndsAt: null });
  if (order.state !== "proof_submitted" || what === "submitted" || waits) return;
  if (what === "rejected" && order.paid === 0) await giveBack(work, order, "rejected", reason);
  else await waitForMoney(work, order);
}
