import type { Tx } from "@/db/tx";
import type { Actor, AgencyId } from "./actor";
import type { FactKind, Signal, Told } from "./fact";
import type { CallPorts } from "./ports";

export type Via = "http" | "action" | "socket" | "page" | "task";
export type Fence = "agency" | "platform";

/** What an idempotency key needs: its scope, the body it came with, and how the door writes and reads the answer. */
export type Once = {
  key: string;
  /** Tells one stranger from another: their address, unreadable. Who is known is told apart by name. */
  stranger?: string;
  bodyHash: string;
  encode: (result: never) => unknown;
};

/** Open batches of hot resources by lane; only lanes.ts looks inside. */
export type Lanes = Map<string, { queue: unknown[] }>;

/** One attempt to use the product: who, for which agency, when, and through which door. */
export type Call = {
  actor: Actor;
  onBehalfOf: string | null;
  agencyId: AgencyId | null;
  /** Expired and suspended agencies may look but not change (PRODUCT 4.2). */
  readOnly: boolean;
  now: Date;
  via: Via;
  requestId: string;
  locale: string;
  once?: Once;
  transact: <T>(fence: Fence, readOnly: boolean, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** After the commit: facts to sockets at once, signals to whoever listens. */
  announce: (facts: Told[], signals: Signal[]) => void;
  lanes: Lanes;
  ports: CallPorts;
  /** Where this house is found, for links in letters; without a slash at its end. */
  publicUrl: string;
  /** Derives what only this house can know of a text (codes, links), so that nothing readable has to be kept. base64url. */
  seal: (purpose: string, text: string) => string;
  /** No other process writes: what this one remembers of the database is true. */
  alone: boolean;
  /** The process this call runs in. */
  node: string;
};

export type Change = { table: string; id: string; before: unknown; after: unknown };
export type Later = { task: string; key: string; runAt: Date; payload: unknown };

/** A call inside its transaction. Only commands and queries make one. */
export type Work = Call & {
  tx: Tx;
  command: string;
  recorded: Recorded;
  /** Tells the audit log what a row was and what it became; personal and secret columns enter by name only. */
  changed: (table: string, id: string, before: unknown, after: unknown) => void;
  tell: <P extends FactKind["payload"]>(kind: FactKind<P>, payload: P["_output"]) => void;
  signal: (signal: Signal) => void;
  /** Runs a task at a later hour; the same key replaces what was planned before. */
  later: (plan: Later) => void;
  /** Done once this is committed, and never if it is not: what the process remembers of it. */
  afterwards: (note: () => void) => void;
};

export type Recorded = { changes: Change[]; facts: Told[]; signals: Signal[]; later: Later[]; notes: (() => void)[] };

/** Has its transaction begun? */
export const isWork = (call: Call | Work): call is Work => "tx" in call;

/** The agency of this work. Commands with the agency fence always have one. */
export function agencyOf(work: Call): AgencyId {
  if (!work.agencyId) throw new Error("This work belongs to no agency.");
  return work.agencyId;
}
