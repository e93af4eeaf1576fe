import "server-only";
import { readBacklog } from "@/lib/agencies/queries/platform";
import type { Call } from "@/lib/kernel/call";
import { runtime } from "../runtime";

const SLOW_MS = 2_000;
const PROBE = "platform/probe";

/** How long it took, or null when it failed or was too slow. */
async function timed(work: () => Promise<unknown>): Promise<number | null> {
  const begun = performance.now();
  const tooSlow = new Promise<never>((_, fail) => setTimeout(fail, SLOW_MS, new Error("slow")).unref());
  return Promise.race([work(), tooSlow]).then(
    () => Math.max(1, Math.round(performance.now() - begun)),
    () => null,
  );
}

/** How the installation is, as this node sees it at this moment: everything is tried, nothing is assumed. */
export async function readHealth(call: Call) {
  const { ports, database, node, alone, sockets } = runtime();
  const [backlog, databaseMs, kvMs, filesMs] = await Promise.all([
    readBacklog(call, {}),
    timed(() => database.sql`select 1`.execute()),
    timed(async () => {
      await ports.kv.set("platform-probe", node, SLOW_MS);
      if ((await ports.kv.get("platform-probe")) === null) throw new Error("forgotten");
    }),
    timed(async () => {
      await ports.files.put(PROBE, new TextEncoder().encode(node), { type: "text/plain" });
      if (!(await ports.files.exists(PROBE))) throw new Error("not kept");
    }),
  ]);
  const memory = process.memoryUsage().rss;
  return {
    ...backlog,
    databaseMs,
    kvMs,
    filesMs,
    sockets: sockets?.() ?? 0,
    node,
    alone,
    memory,
    upSeconds: process.uptime(),
  };
}
export type Health = Awaited<ReturnType<typeof readHealth>>;
