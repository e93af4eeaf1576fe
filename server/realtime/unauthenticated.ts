import type { IncomingMessage } from "node:http";
import type { Server } from "socket.io";
import { clientAddress } from "../http/address";
import { runtime } from "../runtime";
import { type Connection, hangUp } from "./hang-up";

/** Connections of one address that have not said whose they are: more than a hotel opens in one breath. */
const MAX_UNAUTHENTICATED = 1_000;

/** What engine.io gives of a connection before Socket.IO knows anything of it. */
type Silent = Connection & { request: IncomingMessage } & Record<
    "once" | "off",
    (event: "close", hear: () => void) => void
  >;

/** Whoever says nothing is waited for, but holds memory meanwhile: where too many are silent the one that was silent longest
 * gives way, so that whoever comes and says their name is never kept out. Returns how one is told to have a name. */
export function boundUnauthenticated(io: Server): (connection: unknown) => void {
  const silent = new Map<string, Set<Silent>>();
  const names = new WeakMap<object, () => void>();
  io.engine.on("connection", (connection: Silent) => {
    const address = clientAddress(connection.request, runtime().settings.trustedProxies);
    const here = silent.get(address) ?? new Set<Silent>();
    silent.set(address, here.add(connection));
    // Thousands of idle phones keep nothing of it.
    const spoke = () => {
      names.delete(connection);
      connection.off("close", spoke);
      here.delete(connection);
      if (here.size === 0 && silent.get(address) === here) silent.delete(address);
    };
    names.set(connection, spoke);
    connection.once("close", spoke);
    if (here.size > MAX_UNAUTHENTICATED) for (const oldest of here) return hangUp(oldest);
  });
  return (connection) => names.get(connection as object)?.();
}
