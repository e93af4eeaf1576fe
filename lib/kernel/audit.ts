import { isGuarded } from "@/db/columns";
import { actorName } from "./actor";
import type { Change, Work } from "./call";
import { newId } from "./ids";

/** What the audit log keeps of one work: who, on whose behalf, through which door, and each row before and after. */
export const auditRow = (work: Work) => ({
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

const redact = ({ table, id, before, after }: Change) => {
  const isWhole = before === null || after === null;
  return { table, id, before: hide(before, isWhole), after: hide(after, isWhole) };
};

/** Only named values leave a row; guarded ones leave their name, so that erasure stays possible. A whole row that came or went
 * is told by what stood in it. */
function hide(row: unknown, isWhole: boolean): unknown {
  if (row === null || typeof row !== "object") return null;
  const shown: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row))
    if (!isWhole || value !== null)
      shown[key] = isGuarded(key) ? "•" : typeof value === "bigint" ? value.toString() : value;
  return shown;
}
