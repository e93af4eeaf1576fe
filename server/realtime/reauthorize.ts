import { identifyAgain } from "../doors/session";
import { audiencesOf } from "./audiences";
import { WATCHED } from "./events";
import type { LiveSocket } from "./live-socket";
import { watchAgain } from "./watching";

/** Asks anew who is behind a socket: what they may no longer hear stops, and a session that is over ends it. */
export async function reauthorize(socket: LiveSocket): Promise<void> {
  socket.data.authorizations += 1;
  const { authorizations } = socket.data;
  const fresh = await identifyAgain(socket.data.identity).catch(() => null);
  // A later look knows more, whichever comes back first.
  if (authorizations !== socket.data.authorizations) return;
  if (!fresh) return void socket.disconnect(true);
  socket.data.identity = fresh;
  const allowed = new Set<string>([socket.id, ...audiencesOf(fresh)]);
  for (const room of [...socket.rooms]) if (!allowed.has(room)) await socket.leave(room);
  await socket.join([...allowed]);
  await watchAgain(socket, WATCHED);
}
