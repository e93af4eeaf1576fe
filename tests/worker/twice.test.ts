import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMs, DAY, HOUR } from "@/lib/kernel/clock";
import { isFault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import type { Task } from "@/lib/kernel/task";
import { openCall } from "@/server/doors/call";
import type { Runtime } from "@/server/runtime";
import { TASKS } from "@/server/worker/tasks";
import { everything } from "../house/everything";
import { openStage, type Stage } from "../house/stage";
import { openOwner } from "../kernel/support";
import { NOON } from "../support/world";

// While the KV is away for longer than a lease, a node takes the jobs of another that lives for those of a dead one.

type Node = Runtime & { sent: () => number };
type Job = { task: Task; agencyId: string | null; payload?: unknown; requestId?: string; now: Date };
let stages: { once: Stage; twice: Stage };
let nodes: { once: [Node]; twice: [Node, Node] };
beforeAll(async () => {
  stages = { once: await openStage(), twice: await openStage() };
  nodes = { once: [nodeOf(stages.once)], twice: [nodeOf(stages.twice), nodeOf(stages.twice)] };
});
afterAll(async () => {
  await stages.once.close();
  await stages.twice.close();
});

/** A node of this house with a memory of its own, which counts what it sends. */
function nodeOf({ world }: Stage): Node {
  let sent = 0;
  const send = async () => {
    sent += 1;
    return { state: "kept" as const };
  };
  const shelf = { keeps: true, send };
  const ports = { ...world.house.ports, mail: shelf, sms: shelf, whatsapp: shelf };
  return { ...world.house, node: newId(), lanes: new Map(), alone: false, ports, sent: () => sent };
}

const perform = ({ task, payload, ...about }: Job, node: Node) => {
  const call = openCall({ actor: { kind: "system", task: task.name }, via: "task", ...about }, node);
  return task.run(call, payload as never, node.ports);
};
/** Of two one may be refused, or asked to wait. Anything else is nobody's plan. */
const isExpected = (reason: unknown) => isFault(reason) || /Somebody else is sending this message/.test(String(reason));
/** As the queue does it: what fails is tried again, when the other is done. */
async function work(job: Job, at: Node[]) {
  const tried = await Promise.allSettled(at.map((node) => perform(job, node)));
  for (const [i, one] of tried.entries()) {
    if (one.status === "fulfilled") continue;
    expect(one.reason).toSatisfy(isExpected);
    await perform(job, at[i]!);
  }
}

/** How many rows each table has, and what went out; that a task ran is on record for each time. */
async function reckon(side: "once" | "twice") {
  const tables = (await everything(stages[side].world, ["audit_log"])) as { name: string; rows: number }[][];
  const rows = tables.map((of) => Object.fromEntries(of.map(({ name, rows }) => [name, rows])));
  return { rows, sent: nodes[side].reduce((sum, node) => sum + node.sent(), 0) };
}
const same = async () => expect(await reckon("twice")).toEqual(await reckon("once"));

/** What is due by then: holds, offers, reminders, a trip's end, a year of silence. */
const HOURS = [HOUR, 3 * DAY, 35 * DAY, 70 * DAY, 400 * DAY].map((later) => addMs(NOON, later));
const SIDES = ["once", "twice"] as const;

describe("[R71] a job at two nodes in the same moment does what it does at one", () => {
  const scheduled = TASKS.flatMap((task) => (task.kind === "every" ? [{ task, name: task.name }] : []));

  it.each(scheduled)("by the hour: $name", async ({ task }) => {
    for (const now of HOURS) {
      for (const side of SIDES) {
        const { agency, rival } = stages[side].world;
        const agencies = task.scope === "platform" ? [null] : [agency.id, rival.id];
        for (const agencyId of agencies) await work({ task, agencyId, now }, nodes[side]);
        const { afterwards: run } = task;
        if (run) await work({ task: { ...task, run }, agencyId: null, now }, nodes[side]);
      }
    }
    await same();
  });

  it("by what happened, and by what was planned", async () => {
    const before = await reckon("once");
    for (const side of SIDES) {
      const owner = openOwner(stages[side].world.house);
      const facts = await owner<{ agencyId: string; name: string; payload: unknown; requestId: string }[]>`
        select agency_id as "agencyId", name, payload, request_id as "requestId" from facts order by id`;
      const later = await owner<{ agencyId: string; task: string; payload: unknown; requestId: string; now: Date }[]>`
        select agency_id as "agencyId", task, payload, id as "requestId", run_at as now from later order by run_at, id`;
      await owner.end();
      for (const fact of facts)
        for (const task of TASKS)
          if (task.kind === "on" && task.fact === fact.name) await work({ task, ...fact, now: NOON }, nodes[side]);
      for (const { task: name, ...plan } of later) {
        const task = TASKS.find((one) => one.name === name)!;
        await work({ task, ...plan }, nodes[side]);
      }
    }
    await same();
    expect((await reckon("once")).sent).toBeGreaterThan(before.sent);
  });
});
