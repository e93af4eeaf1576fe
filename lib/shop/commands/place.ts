import { findMemberships } from "@/lib/agencies/queries/members";
import { claim } from "@/lib/inventory/commands";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { conflict, forbidden, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { type Order, PlaceOrder } from "../contract/order";
import { orderPlaced } from "../facts";
import { mayOrder, maySellFor } from "../policy";
import { drawOrderCode, ORDER_HOLD_MS } from "../rules";
import { addOrder, findOrder, showOrder } from "../store/orders";
import { listForCart } from "../store/products";
import { openOrderInvoice } from "./invoice";

export const EXPIRE_ORDER = "shop.expire";

/** Whose order it becomes. @throws Fault `person_not_found` */
async function buyerOf(work: Work, { buyer, buyerUserId }: PlaceOrder) {
  const forOthers = buyer !== undefined || buyerUserId !== undefined;
  // Who may not sell learns nothing of who is a member.
  if (forOthers && !maySellFor(work.actor)) throw forbidden();
  const userId = buyerUserId ?? (!forOthers && isPerson(work.actor) ? work.actor.userId : null);
  const [member] = userId ? await findMemberships(work, [userId]) : [];
  if (userId && !member) throw notFound("person");
  return {
    forOthers,
    userId,
    name: buyer?.name ?? member?.personName ?? "",
    phone: buyer?.phone ?? member?.phone ?? null,
  };
}

/** The cart at today's prices, each variant once: two lines of one are one wish. @throws Fault `variant_not_found` */
async function priceCart(work: Work, lines: PlaceOrder["lines"]) {
  const pieces = new Map<string, number>();
  for (const { variantId, quantity } of lines) pieces.set(variantId, (pieces.get(variantId) ?? 0) + quantity);
  const found = new Map((await listForCart(work, [...pieces.keys()])).map((row) => [row.variant.id, row]));
  const priced = [...pieces].map(([variantId, quantity]) => {
    const row = found.get(variantId);
    if (!row) throw notFound("variant");
    const { price, units, poolId, name } = row.variant;
    return { variantId, quantity, price, units, poolId, currency: row.currency, label: `${row.productName}, ${name}` };
  });
  const { currency } = priced[0]!;
  if (priced.some((one) => one.currency !== currency)) throw conflict("currencies_mixed");
  return { priced, currency };
}

/** Keeps the stock of a whole cart for a day, to be paid; lines that share a stock are one question (R2).
 * @throws Fault `variant_not_found`, `sold_out` with what is left, `person_not_found` */
export const placeOrder = command({
  name: "shop.place",
  input: PlaceOrder,
  load: buyerOf,
  allow: mayOrder,
  run: async (work, { lines }, { userId, name, phone }): Promise<Order> => {
    const [{ priced, currency }, id] = [await priceCart(work, lines), newId()];
    const wishes = priced.map(({ poolId, quantity, units }, position) => ({
      poolId,
      quantity: quantity * units,
      holder: `order:${id}:${position}`,
    }));
    const grants = await claim(work, wishes, "held");
    const holdEndsAt = addMs(work.now, ORDER_HOLD_MS);
    const order = {
      id,
      code: drawOrderCode(),
      state: "pending" as const,
      currency,
      holdEndsAt,
      branchId: isPerson(work.actor) ? work.actor.branchId : null,
      buyerUserId: userId,
      buyerName: name,
      buyerPhone: phone,
      total: priced.reduce((sum, { price, quantity }) => sum + price * quantity, 0),
      pieces: priced.reduce((sum, { quantity }) => sum + quantity, 0),
    };
    const rows = priced.map(({ variantId, label, quantity, price }, position) => ({
      orderId: id,
      position,
      variantId,
      label,
      quantity,
      price,
      claimId: grants[position]!.claimId,
    }));
    addOrder(work, order, rows);
    await openOrderInvoice(work, order, rows);
    work.later({ task: EXPIRE_ORDER, key: id, runAt: holdEndsAt, payload: { id } });
    work.tell(orderPlaced, { agencyId: agencyOf(work), orderId: id, buyerUserId: userId });
    return showOrder(work, await findOrder(work, id));
  },
});
