import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { gatewayNotices, gateways } from "@/db/schema/gateways";
import { payments } from "@/db/schema/invoices";
import { agencyOf, type Call, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";

export type GatewayRow = typeof gateways.$inferSelect;
const live = (work: Call) => and(eq(gateways.agencyId, agencyOf(work)), isNull(gateways.removedAt));

export const listGatewayRows = (work: Work): Promise<GatewayRow[]> =>
  work.tx.select().from(gateways).where(live(work)).orderBy(asc(gateways.createdAt), asc(gateways.id));

/** @throws Fault `gateway_not_found` */
export async function findGateway(work: Call & Pick<Work, "tx">, id: string): Promise<GatewayRow> {
  const [row] = await work.tx
    .select()
    .from(gateways)
    .where(and(live(work), eq(gateways.id, id)));
  if (!row) throw notFound("gateway");
  return row;
}

export async function addGatewayRow(work: Work, row: Omit<typeof gateways.$inferInsert, "agencyId" | "createdAt">) {
  await work.tx.insert(gateways).values({ ...row, agencyId: agencyOf(work), createdAt: work.now });
  work.changed("gateways", row.id, null, row);
}

export async function endGateway(work: Work, row: GatewayRow) {
  const own = and(eq(gateways.agencyId, agencyOf(work)), eq(gateways.id, row.id));
  await work.tx.update(gateways).set({ removedAt: work.now }).where(own);
  work.changed("gateways", row.id, { removedAt: null }, { removedAt: work.now });
}

type NoticeRow = typeof gatewayNotices.$inferSelect;
const n = gatewayNotices;
// A transaction is one, whichever of the agency's keys told of it: where the key is entered anew, its payments go on.
const ofTransaction = (work: Work, transaction: string) =>
  and(eq(n.agencyId, agencyOf(work)), eq(n.transaction, transaction));

/** What this state of a transaction did when it was told the first time. */
export async function findNotice(work: Work, transaction: string, status: string) {
  const [row] = await work.tx
    .select({ outcome: n.outcome })
    .from(n)
    .where(and(ofTransaction(work, transaction), eq(n.status, status)))
    .orderBy(asc(n.id))
    .limit(1);
  return row ?? null;
}

async function findInvoiceOf(work: Work, transaction: string, outcomes: NoticeRow["outcome"][]) {
  const [row] = await work.tx
    .select({ invoiceId: n.invoiceId })
    .from(n)
    .where(and(ofTransaction(work, transaction), inArray(n.outcome, outcomes)))
    .limit(1);
  return row?.invoiceId ?? null;
}
/** For which invoice money of this transaction was booked; null where none was. */
export const findBooked = (work: Work, transaction: string) => findInvoiceOf(work, transaction, ["paid"]);
/** The same, also where the invoice had its money already. */
export const findTaken = (work: Work, transaction: string) =>
  findInvoiceOf(work, transaction, ["paid", "already_paid"]);

type Order = { invoiceId: string; orderRef: string };
/** Whether money came for this order of the gateway, by whichever of its transactions; behind the invoice's lock. */
export async function isOrderPaid(work: Work, { invoiceId, orderRef }: Order): Promise<boolean> {
  const [row] = await work.tx
    .select({ id: n.id })
    .from(payments)
    .innerJoin(n, and(eq(n.agencyId, payments.agencyId), eq(n.transaction, payments.sourceRef)))
    .where(
      and(
        ...[eq(payments.agencyId, agencyOf(work)), eq(payments.invoiceId, invoiceId), eq(payments.source, "gateway")],
        eq(n.orderRef, orderRef),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** False when another delivery of the same was first: the unique key decides. */
export async function addNotice(
  work: Work,
  row: Omit<typeof gatewayNotices.$inferInsert, "agencyId" | "createdAt">,
): Promise<boolean> {
  const { agencyId, gatewayId, transaction, status, id } = gatewayNotices;
  const made = await work.tx
    .insert(gatewayNotices)
    .values({ ...row, agencyId: agencyOf(work), createdAt: work.now })
    .onConflictDoNothing({ target: [agencyId, gatewayId, transaction, status] })
    .returning({ id });
  if (made.length > 0) work.changed("gateway_notices", row.id, null, row);
  return made.length > 0;
}
