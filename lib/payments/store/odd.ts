import { and, desc, eq, inArray, isNotNull, isNull, lt, type SQL } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { memberships } from "@/db/schema/agencies";
import { gatewayNotices } from "@/db/schema/gateways";
import { invoices } from "@/db/schema/invoices";
import { moneyIn } from "@/lib/kernel/amounts";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { type ListOddNotices, type OddNotice, OddOutcome } from "../contract/odd";

const n = gatewayNotices;
function selectOdd(work: Work, ...more: (SQL | undefined)[]) {
  return work.tx
    .select({
      notice: n,
      invoice: {
        id: invoices.id,
        number: invoices.number,
        payerName: invoices.payerName,
        currency: invoices.currency,
      },
      closerName: memberships.personName,
    })
    .from(n)
    .leftJoin(invoices, and(eq(invoices.agencyId, n.agencyId), eq(invoices.id, n.invoiceId)))
    .leftJoin(memberships, and(eq(memberships.agencyId, n.agencyId), eq(memberships.userId, n.closedBy)))
    .where(and(eq(n.agencyId, agencyOf(work)), inArray(n.outcome, OddOutcome.options), ...more))
    .$dynamic();
}
export type OddRow = Awaited<ReturnType<typeof selectOdd>>[number];

export function asOdd({ notice, invoice, closerName }: OddRow): OddNotice {
  const { id, orderRef, status, outcome, closedAt, closedNote, createdAt } = notice;
  const closed = closedAt && { by: closerName ?? "", at: closedAt, note: closedNote ?? "" };
  const amount = moneyIn(notice.currency)(notice.amount);
  return { id, orderRef, status, outcome: OddOutcome.parse(outcome), amount, invoice, closed, createdAt };
}

/** The newest first: ids are made in the order of time. */
export async function listOddRows(work: Work, { closed, cursor, limit }: ListOddNotices): Promise<Page<OddRow>> {
  const after = cursor ? decodeCursor(cursor, z.tuple([z.uuid()])) : null;
  const rows = await selectOdd(
    work,
    closed ? isNotNull(n.closedAt) : isNull(n.closedAt),
    after ? lt(n.id, after[0]) : undefined,
  )
    .orderBy(desc(n.id))
    .limit(limitOf(limit));
  return cutPage(rows, limit, ({ notice }) => [notice.id]);
}

/** Nobody else says what became of it until the commit. @throws Fault `notice_not_found` */
export async function lockOdd(work: Work, id: string): Promise<OddRow> {
  const [row] = await selectOdd(work, eq(n.id, id)).for("no key update", { of: n });
  if (!row) throw notFound("notice");
  return row;
}

export async function closeOdd(work: Work, { notice }: OddRow, by: string, note: string) {
  const change = { closedBy: by, closedAt: work.now, closedNote: note };
  await work.tx
    .update(n)
    .set(change)
    .where(and(eq(n.agencyId, agencyOf(work)), eq(n.id, notice.id)));
  work.changed("gateway_notices", notice.id, { closedBy: null, closedAt: null, closedNote: null }, change);
}
