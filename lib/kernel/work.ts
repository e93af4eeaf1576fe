import type { Call, Work } from "./call";
import { newId } from "./ids";

/**
 * Opens the work of one call inside a transaction.
 * Every field by name: an object that is spread and then grows costs a hundred times as much.
 */
export function openWork(call: Call, tx: Work["tx"], command: string): Work {
  const recorded: Work["recorded"] = { changes: [], facts: [], signals: [], later: [], notes: [] };
  return {
    actor: call.actor,
    onBehalfOf: call.onBehalfOf,
    agencyId: call.agencyId,
    readOnly: call.readOnly,
    now: call.now,
    via: call.via,
    requestId: call.requestId,
    locale: call.locale,
    once: call.once,
    transact: call.transact,
    announce: call.announce,
    lanes: call.lanes,
    ports: call.ports,
    publicUrl: call.publicUrl,
    seal: call.seal,
    alone: call.alone,
    node: call.node,
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
    afterwards: (note) => void recorded.notes.push(note),
  };
}
