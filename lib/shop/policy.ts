import { type Actor, isPerson } from "@/lib/kernel/actor";
import { may, reach } from "@/lib/kernel/permission";
import type { OrderState } from "./contract/order";

/** What policy asks about an order: whose it is, of which branch, and where it stands. */
export type OrderSubject = { buyerUserId: string | null; branchId: string | null; state: OrderState };

/** Stock is the whole agency's: a branch keeps it too. */
const own = (actor: Actor) => ({ branchId: isPerson(actor) ? actor.branchId : null });
export const mayChangeProducts = (actor: Actor) => may(actor, "change", "products", own(actor));
export const mayExportProducts = (actor: Actor) => may(actor, "export", "products");
export const seesUnpublished = (actor: Actor) => reach(actor, "products").scope !== "none";
/** Whoever belongs to the agency sees what it sells. */
export const maySeeProduct = (actor: Actor, { isPublic }: { isPublic: boolean }) =>
  seesUnpublished(actor) || (isPublic && isPerson(actor) && actor.roles.length > 0);
export const maySeeShop = (actor: Actor) => maySeeProduct(actor, { isPublic: true });

const isBuyer = (actor: Actor, { buyerUserId }: { buyerUserId: string | null }) =>
  isPerson(actor) && actor.userId === buyerUserId;
const asSubject = ({ branchId, buyerUserId }: OrderSubject) => ({
  branchId,
  ...(buyerUserId && { userId: buyerUserId }),
});
export const maySeeOrder = (actor: Actor, order: OrderSubject) =>
  isBuyer(actor, order) || may(actor, "see", "orders", asSubject(order));
/** Staff who sell for others. */
export const maySellFor = (actor: Actor) => may(actor, "change", "orders", own(actor));
export const mayOrder = (actor: Actor, { forOthers }: { forOthers: boolean }) =>
  forOthers ? maySellFor(actor) : isPerson(actor) && actor.roles.length > 0;
export const mayCancelOrder = (actor: Actor, order: OrderSubject) =>
  isBuyer(actor, order) || may(actor, "change", "orders", asSubject(order));
/** Handing over is the office's: nobody ticks off their own. */
export const mayFulfil = (actor: Actor, order: OrderSubject) => may(actor, "approve", "orders", asSubject(order));
export const mayListOrders = (actor: Actor) => isPerson(actor) && actor.roles.length > 0;
/** The office's list. */
export const keepsOrders = (actor: Actor) => {
  const { scope } = reach(actor, "orders");
  return scope === "agency" || scope === "branch";
};
export const mayExportOrders = (actor: Actor) => may(actor, "export", "orders");
