import type { Logger } from "pino";
import type { Database } from "@/db/client";
import type { Lanes } from "@/lib/kernel/call";
import type { Signal, Told } from "@/lib/kernel/fact";
import type { Ports } from "@/lib/kernel/ports";
import type { Limiter } from "./http/limits";

/** What a running process shares between its doors. */
export type Runtime = {
  node: string;
  database: Database;
  ports: Ports;
  lanes: Lanes;
  /** No other process writes: what this one remembers of the database is true. */
  alone: boolean;
  limits: Limiter;
  log: Logger;
  secret: Uint8Array;
  settings: Settings;
  /** Open sockets of this node, once its gateway stands. */
  sockets?: () => number;
};

/** The part of the configuration that doors and pages read. */
export type Settings = {
  publicUrl: string;
  tileUrl: string | null;
  tileAttribution: string | null;
  corsOrigins: readonly string[];
  trustedProxies: number;
  metricsToken: string | null;
  demo: boolean;
};

export type FactsMessage = { facts: Told[] };
export type SignalsMessage = { signals: Signal[] };

/** Next gives every bundle its own copy of a module, so what is shared is kept on globalThis, here and only here. */
const KEY = Symbol.for("qafila.runtime");
const holder = globalThis as { [KEY]?: Runtime };

export function runtime(): Runtime {
  const open = holder[KEY];
  if (!open) throw new Error("The runtime is not open: server/main.ts opens it before anything asks.");
  return open;
}

export const openRuntime = (open: Runtime): Runtime => {
  holder[KEY] = open;
  return open;
};
