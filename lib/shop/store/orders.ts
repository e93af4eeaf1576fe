import { and, asc, desc, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { insertRows, limitOf } from "@/db/rows";
import { orderLines, orders } from "@/db/schema/shop";
import { isPerson } from "@/lib/kernel/actor";
import { moneyIn } from "@/lib/kernel/amounts";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { reach } from "@/lib/kernel/permission";
import { literally, phonePart } from "@/lib/kernel/text";
import { undoUntil } from "@/lib/kernel/undo";
import type { ListOrders, Order, OrderRow } from "../contract/order";
import { mayCancelOrder, mayFulfil } from "../policy";
import { computeRefund, computeRest, isOver } from "../rules";

export type OrderRecord = typeof orders.$inferSelect;
export type LineRecord = typeof orderLines.$inferSelect;

/** One's own, and what the role reaches. */
function withinReach({ actor }: Work): SQL | undefined {
  const within = reach(actor, "orders");
  if (within.scope === "agency") return undefined;
  if (!isPerson(actor)) return sql`false`;
  const mine = eq(orders.buyerUserId, actor.userId);
  return within.scope === "branch" ? or(mine, eq(orders.branchId, within.branchId)) : mine;
}

const selectOrders = (work: Work, ...more: (SQL | undefined)[]) =>
  work.tx
    .select()
    .from(orders)
    .where(and(eq(orders.agencyId, agencyOf(work)), withinReach(work), ...more))
    .$dynamic();

/** @throws Fault `order_not_found`, also for what the caller may not know */
export async function findOrder(work: Work, id: string): Promise<OrderRecord> {
  const [row] = await selectOrders(work, eq(orders.id, id));
  if (!row) throw notFound("order");
  return row;
}

/** The same; whoever pays, cancels or hands it over waits for each other here. */
export async function lockOrder(work: Work, id: string): Promise<OrderRecord> {
  const [row] = await selectOrders(work, eq(orders.id, id)).for("no key update");
  if (!row) throw notFound("order");
  return row;
}

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);
/** @param mine only what the caller bought */
export async function listOrderRows(work: Work, input: ListOrders & { mine?: boolean }): Promise<Page<OrderRecord>> {
  const [turn, beyond] = input.sort === "oldest" ? [asc, sql`>`] : [desc, sql`<`];
  const after = input.cursor ? decodeCursor(input.cursor, Cursor, input.sort) : null;
  const rows = await selectOrders(
    work,
    input.state ? eq(orders.state, input.state) : undefined,
    input.mine && isPerson(work.actor) ? eq(orders.buyerUserId, work.actor.userId) : undefined,
    input.q ? matching(input.q) : undefined,
    after
      ? sql`(${orders.createdAt}, ${orders.id}) ${beyond} (${after[0]}::timestamptz, ${after[1]}::uuid)`
      : undefined,
  )
    .orderBy(turn(orders.createdAt), turn(orders.id))
    .limit(limitOf(input.limit));
  return cutPage(rows, input.limit, (row) => [row.createdAt.toISOString(), row.id], input.sort);
}

const matching = (q: string) => {
  const phone = phonePart(q);
  return or(
    ilike(orders.buyerName, literally(q)),
    ilike(orders.code, literally(q)),
    phone ? ilike(orders.buyerPhone, phone) : undefined,
  );
};

export type NewOrder = Omit<OrderRecord, "agencyId" | "createdAt" | "paid" | "reason" | "fulfilledBy" | "endedAt">;
export type NewLine = Omit<LineRecord, "agencyId" | "createdAt">;
export function addOrder(work: Work, row: NewOrder, lines: readonly NewLine[]) {
  const own = { agencyId: agencyOf(work), createdAt: work.now };
  work.tx.send(insertRows(work.tx, orders, [{ ...row, ...own }]));
  const full = lines.map((line) => ({ ...line, ...own }));
  work.tx.send(insertRows(work.tx, orderLines, full));
  work.changed("orders", row.id, null, row);
}

export async function setOrder(work: Work, before: OrderRecord, change: Partial<typeof orders.$inferInsert>) {
  const mine = and(eq(orders.agencyId, agencyOf(work)), eq(orders.id, before.id));
  await work.tx.update(orders).set(change).where(mine);
  const was = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof OrderRecord]]));
  work.changed("orders", before.id, was, change);
  return { ...before, ...change } as OrderRecord;
}

export const listOrderLines = (work: Work, orderId: string): Promise<LineRecord[]> =>
  work.tx
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.agencyId, agencyOf(work)), eq(orderLines.orderId, orderId)))
    .orderBy(asc(orderLines.position));

/** Its goods are kept by another claim from here on. */
export async function setLineClaim(work: Work, { orderId, position, claimId: before }: LineRecord, claimId: string) {
  const { agencyId, orderId: of, position: at } = orderLines;
  const mine = and(eq(agencyId, agencyOf(work)), eq(of, orderId), eq(at, position));
  await work.tx.update(orderLines).set({ claimId }).where(mine);
  work.changed("order_lines", orderId, { claimId: before }, { claimId });
}

export const asOrderRow = (row: OrderRecord): OrderRow => {
  const { id, code, state, buyerUserId, buyerName, pieces, holdEndsAt, createdAt } = row;
  const money = moneyIn(row.currency);
  const [total, paid, rest] = [money(row.total), money(row.paid), money(computeRest(state, row))];
  return { id, code, state, buyerUserId, buyerName, pieces, total, paid, rest, holdEndsAt, createdAt };
};

/** Until when whoever asks may take back that they handed it over. */
export const fulfilUndoUntil = (work: Work, { state, fulfilledBy, endedAt }: OrderRecord): Date | null =>
  state === "fulfilled" ? undoUntil(work, fulfilledBy, endedAt) : null;

/** All of an order as its reader may see it. */
export async function showOrder(work: Work, row: OrderRecord): Promise<Order> {
  const lines = await listOrderLines(work, row.id);
  const [staff, money] = [mayFulfil(work.actor, row), moneyIn(row.currency)];
  return {
    ...asOrderRow(row),
    buyerPhone: row.buyerPhone,
    lines: lines.map(({ label, quantity, price }) => ({ label, quantity, price: money(price) })),
    reason: row.reason,
    mayCancel: !isOver(row.state) && (row.state !== "verified" || staff) && mayCancelOrder(work.actor, row),
    mayFulfil: row.state === "verified" && computeRest(row.state, row) === 0 && staff,
    undoUntil: staff ? fulfilUndoUntil(work, row) : null,
    refund: money(computeRefund(row.state, row)),
  };
}
