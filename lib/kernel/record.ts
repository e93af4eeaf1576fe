import { sql } from "drizzle-orm";
import { isGuarded } from "@/db/columns";
import { auditLog, facts, later } from "@/db/schema/kernel";
import type { Tx } from "@/db/tx";
import { actorName } from "./actor";
import type { Call, Change, Work } from "./call";
import { newId } from "./ids";

/** Opens the work of one call inside a transaction. */
export function openWork(call: Call, tx: Tx, command: string): Work {
  const recorded: Work["recorded"] = { changes: [], facts: [], signals: [], later: [] };
  return {
    ...call,
    tx,
    command,
    recorded,
    changed: (table, id, before, after) => void recorded.changes.push({ table, id, before, after }),
    tell: (kind, payload) =>
      void recorded.facts.push({
        id: newId(),
        name: kind.name,
        agencyId: call.agencyId,
        wire: kind.wire ?? null,
        audiences: kind.audience(payload as never),
        moves: kind.moves?.(payload as never) ?? [],
        payload: kind.payload.encode(payload as never),
      }),
    signal: (signal) => void recorded.signals.push(signal),
    later: (plan) => void recorded.later.push(plan),
  };
}

/** From here on the transaction sees another agency: only for batches that carry several (together.ts). */
export const refence = (tx: Tx, agencyId: string | null) =>
  tx.execute(sql`select set_config('app.agency_id', ${agencyId ?? ""}, true)`);

export const commitRecord = (work: Work, audit: "row" | "itself") => commitRecords([work], audit);

/** Writes audit rows, facts and plans of these works, set-based, in their own transaction. */
export async function commitRecords(works: Work[], audit: "row" | "itself"): Promise<void> {
  const [first] = works;
  if (!first) return;
  const told = works.flatMap((work) =>
    work.recorded.facts.map((fact) => ({ ...fact, requestId: work.requestId, node: work.node })),
  );
  const planned = works.flatMap((work) =>
    work.recorded.later.map((plan) => ({ id: newId(), agencyId: work.agencyId, ...plan })),
  );
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

const auditRow = (work: Work) => ({
  id: newId(),
  agencyId: work.agencyId,
  at: work.now,
  actor: actorName(work.actor),
  onBehalfOf: work.onBehalfOf,
  command: work.command,
  changes: work.recorded.changes.map(redact),
  via: work.via,
  requestId: work.requestId,
});

const redact = ({ table, id, before, after }: Change) => ({ table, id, before: hide(before), after: hide(after) });

/** Only named values leave a row; guarded ones leave their name, so that erasure stays possible. */
function hide(row: unknown): unknown {
  if (row === null || typeof row !== "object") return null;
  const plain = (value: unknown) => (typeof value === "bigint" ? value.toString() : value);
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, isGuarded(key) ? "•" : plain(value)]));
}
