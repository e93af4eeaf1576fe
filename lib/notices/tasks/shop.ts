import { on, type Task } from "@/lib/kernel/task";
import type { OrderState } from "@/lib/shop/contract/order";
import { orderMoved } from "@/lib/shop/facts";
import { readOrder } from "@/lib/shop/queries/orders";
import type { NoticeKind } from "../contract";
import { tellGuest, tellPerson } from "./tell";

/** What of an order's life its buyer hears of. */
const KINDS: Partial<Record<OrderState, NoticeKind>> = {
  verified: "order_verified",
  fulfilled: "order_fulfilled",
  rejected: "order_rejected",
  cancelled: "order_cancelled",
};

export const tasks: Task[] = [
  on(orderMoved, "notices.order_moved", async (call, { orderId, byUserId, to }, ports) => {
    const kind = KINDS[to];
    const order = await readOrder(call, { id: orderId });
    // Something else has happened since, which has its own news (R75); and nobody is told what they did themself.
    if (!kind || order.state !== to || (byUserId && byUserId === order.buyerUserId)) return;
    const { buyerUserId, buyerName: name, buyerPhone: phone, code: label } = order;
    const news = { kind, about: { orderId, label }, dedupeKey: `${call.requestId}:${kind}:${orderId}` };
    await (buyerUserId
      ? tellPerson(call, ports, buyerUserId, news)
      : tellGuest(call, ports, { name, phone, email: null }, news));
  }),
];
