import { holdAnew } from "@/lib/inventory/commands";
import { reviveInvoice } from "@/lib/invoices/commands/issue";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { conflict } from "@/lib/kernel/fault";
import { orderMoved } from "../facts";
import { isOver } from "../rules";
import { listOrderLines, lockOrder, type OrderRecord, setLineClaim, setOrder } from "../store/orders";

// Plain verbs for whoever looks at proofs and takes back, moments later, what they had decided about one.

async function holdGoods(work: Work, { id }: OrderRecord) {
  const lines = await listOrderLines(work, id);
  const grants = await holdAnew(
    work,
    lines.map(({ claimId }) => claimId),
  );
  for (const [i, line] of lines.entries()) await setLineClaim(work, line, grants[i]!.claimId);
}

/** It waits with its proof again, as it did before. */
async function waitAgain(work: Work, order: OrderRecord, paid = order.paid) {
  const { id: orderId, buyerUserId, state: from } = order;
  const fresh = { holdEndsAt: null, endedAt: null, reason: null, paid };
  await setOrder(work, order, { ...fresh, state: "proof_submitted" });
  const about = { agencyId: agencyOf(work), orderId, buyerUserId, byUserId: null };
  work.tell(orderMoved, { ...about, from, to: "proof_submitted", refund: 0 });
}

/** Money was taken back, and so much is left of all that came in: goods it no longer pays for are only held again, and its proof
 * waits.
 * @throws Fault `order_state` once they were handed over, `sold_out` */
export async function unsettleOrder(work: Work, { id, paid }: { id: string; paid: number }): Promise<void> {
  const order = await lockOrder(work, id);
  if (order.state === "fulfilled") throw conflict("order_state", { from: order.state, to: "proof_submitted" });
  if (isOver(order.state) || paid >= order.total) return void (await setOrder(work, order, { paid }));
  if (order.state === "verified") await holdGoods(work, order);
  await waitAgain(work, order, paid);
}

/** A proof that was refused or sent back is looked at again; the goods of a refused order are claimed anew.
 * @throws Fault `order_state` when it was given up meanwhile, `sold_out` when the goods are another's by now */
export async function reopenOrder(work: Work, { id }: { id: string }): Promise<void> {
  const order = await lockOrder(work, id);
  if (order.state === "proof_submitted") return;
  if (order.state !== "rejected" && order.state !== "pending")
    throw conflict("order_state", { from: order.state, to: "proof_submitted" });
  const wasRefused = order.state === "rejected";
  if (wasRefused) await holdGoods(work, order);
  await waitAgain(work, order);
  if (wasRefused) await reviveInvoice(work, { kind: "order", id });
}
