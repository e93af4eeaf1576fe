import { and, eq, isNull, or } from "drizzle-orm";
import { isOneOf } from "@/db/rows";
import { readinessRules, travelWaivers } from "@/db/schema/readiness";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import type { Item } from "../contract/readiness";
import type { ItemRule } from "../contract/rules";

export type RulesRecord = typeof readinessRules.$inferSelect;

const person = ({ actor }: Work) => (isPerson(actor) ? actor.userId : null);

/** The agency's own rules and those of a departure, where there are any. */
export async function findRules(work: Work, departureId: string | null) {
  const mine = eq(readinessRules.agencyId, agencyOf(work));
  const none = isNull(readinessRules.departureId);
  const rows = await work.tx
    .select()
    .from(readinessRules)
    .where(and(mine, departureId ? or(none, eq(readinessRules.departureId, departureId)) : none));
  return {
    agency: rows.find((row) => row.departureId === null) ?? null,
    trip: rows.find((row) => row.departureId !== null) ?? null,
  };
}
export const itemsOf = (row: RulesRecord | null) => (row?.items ?? []) as ItemRule[];

export async function putRules(work: Work, departureId: string | null, items: readonly ItemRule[], why: string | null) {
  const row = { agencyId: agencyOf(work), departureId, items: [...items], ruleReason: why };
  const own = { ...row, changedBy: person(work), changedAt: work.now };
  const { items: _, ...set } = own;
  await work.tx
    .insert(readinessRules)
    .values({ ...own, id: newId() })
    .onConflictDoUpdate({
      target: [readinessRules.agencyId, readinessRules.departureId],
      set: { ...set, items: own.items },
    });
  work.changed("readiness_rules", departureId ?? agencyOf(work), null, row);
}

export async function removeRules(work: Work, { id, departureId, items }: RulesRecord) {
  await work.tx
    .delete(readinessRules)
    .where(and(eq(readinessRules.agencyId, agencyOf(work)), eq(readinessRules.id, id)));
  work.changed("readiness_rules", departureId ?? agencyOf(work), { items }, null);
}

const on = (work: Work, departureId: string) =>
  and(eq(travelWaivers.agencyId, agencyOf(work)), eq(travelWaivers.departureId, departureId));

/** Who goes without what, and why: by pilgrim, then by item. */
export async function listWaivers(work: Work, departureId: string): Promise<Map<string, Map<string, string>>> {
  const rows = await work.tx
    .select({ pilgrimId: travelWaivers.pilgrimId, item: travelWaivers.item, reason: travelWaivers.waiveReason })
    .from(travelWaivers)
    .where(on(work, departureId));
  const waived = new Map<string, Map<string, string>>();
  for (const { pilgrimId, item, reason } of rows)
    waived.set(pilgrimId, (waived.get(pilgrimId) ?? new Map()).set(item, reason));
  return waived;
}

type Waive = { departureId: string; item: Item; pilgrimIds: readonly string[]; reason: string };
/** The newest reason stands. */
export async function addWaivers(work: Work, { departureId, item, pilgrimIds, reason: waiveReason }: Waive) {
  const own = { agencyId: agencyOf(work), departureId, item, waiveReason, waivedBy: person(work), waivedAt: work.now };
  const rows = pilgrimIds.map((pilgrimId) => ({ ...own, id: newId(), pilgrimId }));
  const { waivedBy, waivedAt } = own;
  await work.tx
    .insert(travelWaivers)
    .values(rows)
    .onConflictDoUpdate({
      target: [travelWaivers.agencyId, travelWaivers.departureId, travelWaivers.pilgrimId, travelWaivers.item],
      set: { waiveReason, waivedBy, waivedAt },
    });
  for (const row of rows) work.changed("travel_waivers", row.pilgrimId, null, row);
}

export async function removeWaivers(work: Work, { departureId, item, pilgrimIds }: Omit<Waive, "reason">) {
  const gone = and(on(work, departureId), eq(travelWaivers.item, item), isOneOf(travelWaivers.pilgrimId, pilgrimIds));
  await work.tx.delete(travelWaivers).where(gone);
  for (const id of pilgrimIds) work.changed("travel_waivers", id, { item }, null);
}
