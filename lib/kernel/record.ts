import { sql } from "drizzle-orm";
import { insertRows } from "@/db/rows";
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

/** Sends audit rows, facts and plans of these works, set-based, on the way to their commit. */
export function commitRecords(works: Work[], audit: "row" | "itself"): void {
  const [first] = works;
  if (!first) return;
  const told = works.flatMap((work) =>
    work.recorded.facts.map((fact) => ({ requestId: work.requestId, node: work.node, ...fact })),
  );
  const planned = plansOf(works);
  const { tx } = first;
  if (audit === "row") tx.send(insertRows(tx, auditLog, works.map(auditRow)));
  if (told.length > 0) tx.send(insertRows(tx, facts, told));
  if (planned.length === 0) return;
  const anew = { runAt: sql`excluded.run_at`, payload: sql`excluded.payload` };
  const key = [later.agencyId, later.task, later.key];
  tx.send(tx.insert(later).values(planned).onConflictDoUpdate({ target: key, set: anew }));
}
