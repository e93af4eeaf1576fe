import { sql } from "drizzle-orm";
import { auditLog, facts, later } from "@/db/schema/kernel";
import type { Tx } from "@/db/tx";
import { auditRow } from "./audit";
import type { Work } from "./call";
import { newId } from "./ids";

/** From here on the transaction sees another agency: only for batches that carry several (together.ts). */
export const refence = (tx: Tx, agencyId: string | null) =>
  tx.execute(sql`select set_config('app.agency_id', ${agencyId ?? ""}, true)`);

export const commitRecord = (work: Work, audit: "row" | "itself") => commitRecords([work], audit);

/** The last plan of each key: one statement can't replace the same row twice. */
const plansOf = (works: Work[]) => [
  ...new Map(
    works.flatMap(({ agencyId, recorded }) =>
      recorded.later.map(
        (plan) => [`${agencyId} ${plan.task} ${plan.key}`, { id: newId(), agencyId, ...plan }] as const,
      ),
    ),
  ).values(),
];

/** Writes audit rows, facts and plans of these works, set-based, in their own transaction. */
export async function commitRecords(works: Work[], audit: "row" | "itself"): Promise<void> {
  const [first] = works;
  if (!first) return;
  const told = works.flatMap((work) =>
    work.recorded.facts.map((fact) => ({ requestId: work.requestId, node: work.node, ...fact })),
  );
  const planned = plansOf(works);
  const { tx } = first;
  await Promise.all([
    audit === "row" ? tx.insert(auditLog).values(works.map(auditRow)) : null,
    told.length ? tx.insert(facts).values(told) : null,
    planned.length
      ? tx
          .insert(later)
          .values(planned)
          .onConflictDoUpdate({
            target: [later.agencyId, later.task, later.key],
            set: { runAt: sql`excluded.run_at`, payload: sql`excluded.payload` },
          })
      : null,
  ]);
}
