import type { z } from "zod";
import type { Call } from "./call";
import type { FactKind } from "./fact";
import type { Ports } from "./ports";

/** What a task gets: a system call for the fact's agency (or the platform), and the outside world. */
export type TaskRun<P> = (call: Call, payload: P, ports: Ports) => Promise<unknown>;

export type FactTask = { kind: "on"; fact: string; name: string; run: TaskRun<unknown> };
export type LaterTask = { kind: "later"; name: string; run: TaskRun<unknown> };
export type ScheduledTask = {
  kind: "every";
  name: string;
  cron: string;
  scope: "platform" | "agency";
  run: TaskRun<undefined>;
  /** Once for the platform, when every agency had its turn. */
  afterwards?: TaskRun<undefined>;
};
export type Task = FactTask | LaterTask | ScheduledTask;

/** Runs after the fact's commit, at least once: a task must be safe to repeat. */
export const on = <P extends z.ZodType>(fact: FactKind<P>, name: string, run: TaskRun<z.output<P>>): FactTask => ({
  kind: "on",
  fact: fact.name,
  name,
  run: (call, payload, ports) => run(call, fact.payload.parse(payload) as z.output<P>, ports),
});

/** Runs at the hour a command planned with `work.later`. */
export const planned = <P extends z.ZodType>(name: string, payload: P, run: TaskRun<z.output<P>>): LaterTask => ({
  kind: "later",
  name,
  run: (call, raw, ports) => run(call, payload.parse(raw) as z.output<P>, ports),
});

/** @param cron five fields, UTC. Runs on one node at a time, once for the platform. */
export const every = (cron: string, name: string, run: TaskRun<undefined>): ScheduledTask => ({
  kind: "every",
  name,
  cron,
  scope: "platform",
  run,
});

/** The same, once for each agency, fenced to it. */
export const everyAgency = (
  cron: string,
  name: string,
  run: TaskRun<undefined>,
  afterwards?: TaskRun<undefined>,
): ScheduledTask => ({ ...every(cron, name, run), scope: "agency", afterwards });
