import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { memberships } from "@/db/schema/agencies";
import { savingsPlanChanges } from "@/db/schema/savings-out";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { type ListPlanChanges, PlanChange } from "../contract/plan";

const c = savingsPlanChanges;

export const addPlanChange = (work: Work, row: Omit<typeof c.$inferInsert, "id" | "agencyId" | "createdAt">) =>
  work.tx.insert(c).values({ ...row, id: newId(), agencyId: agencyOf(work), createdAt: work.now });

/** What was changed of one plan, the newest first. Whoever asks may see the plan. */
export async function listPlanChangeRows(
  work: Work,
  { id: planId, limit, cursor }: z.output<typeof ListPlanChanges>,
): Promise<Page<PlanChange>> {
  const [last] = cursor ? decodeCursor(cursor, z.tuple([z.uuid()])) : [];
  const rows = await work.tx
    .select({ id: c.id, by: memberships.personName, changes: c.changes, createdAt: c.createdAt })
    .from(c)
    .leftJoin(memberships, and(eq(memberships.agencyId, c.agencyId), eq(memberships.userId, c.changedBy)))
    .where(
      and(...[eq(c.agencyId, agencyOf(work)), eq(c.planId, planId)], last ? sql`${c.id} < ${last}::uuid` : undefined),
    )
    .orderBy(desc(c.id))
    .limit(limitOf(limit));
  const changes = PlanChange.shape.changes;
  const shown = rows.map((row) => ({ ...row, by: row.by ?? "", changes: changes.parse(row.changes) }));
  return cutPage(shown, limit, (row) => [row.id]);
}
