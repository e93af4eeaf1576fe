import { sql } from "drizzle-orm";
import { insertRows } from "@/db/rows";
import { auditLog, facts, later } from "@/db/schema/kernel";
import type { Tx } from "@/db/tx";
import { auditRow } from "./audit";
import type { Call, Recorded, Work } from "./call";
import { newId } from "./ids";

/** From here on the transaction sees another agency: only for batches that carry several (together.ts). */
export const refence = (tx: Tx, agencyId: string | null) =>
  tx.execute(sql`select set_config('app.agency_id', ${agencyId ?? ""}, true)`);

/** `commitRecords` for one work. */
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

const PLAN_ANEW =
  " on conflict (agency_id, task, key) do update set run_at = excluded.run_at, payload = excluded.payload";

/** Sends audit rows, facts and plans of these works, set-based, on the way to their commit. */
export async function commitRecords(works: Work[], audit: "row" | "itself"): Promise<void> {
  const [first] = works;
  if (!first) return;
  const { tx } = first;
  if (audit === "row") await tx.send(insertRows(tx, auditLog, works.map(auditRow)));
  const told = works.flatMap((work) =>
    work.recorded.facts.map((fact) => ({ requestId: work.requestId, node: work.node, ...fact })),
  );
  if (told.length > 0) await tx.send(insertRows(tx, facts, told));
  const planned = plansOf(works);
  if (planned.length > 0) await tx.send(insertRows(tx, later, planned, PLAN_ANEW));
}

/** After the commit: first what the process remembers of it, then whoever listens. */
export function announceRecords({ announce }: Call, records: readonly Recorded[]): void {
  for (const { notes } of records) for (const note of notes) note();
  announce(
    records.flatMap(({ facts }) => facts),
    records.flatMap(({ signals }) => signals),
  );
}
