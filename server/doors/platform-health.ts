import "server-only";
import { readBacklog } from "@/lib/agencies/queries/platform";
import type { Call } from "@/lib/kernel/call";
import { timed, tryStores } from "@/lib/notices/tasks/probes";
import { runtime } from "../runtime";

/** How the installation is, as this node sees it at this moment: everything is tried, nothing is assumed. */
export async function readHealth(call: Call) {
  const { ports, database, node, alone, sockets } = runtime();
  const [backlog, databaseMs, stores] = await Promise.all([
    readBacklog(call, {}),
    timed(() => database.sql`select 1`.execute()),
    tryStores(ports, node),
  ]);
  const memory = process.memoryUsage().rss;
  return {
    ...backlog,
    ...stores,
    databaseMs,
    sockets: sockets?.() ?? 0,
    node,
    alone,
    memory,
    upSeconds: process.uptime(),
  };
}
export type Health = Awaited<ReturnType<typeof readHealth>>;
