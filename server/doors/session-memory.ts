import { seeSession } from "@/lib/identity/commands/see-session";
import type { Standing } from "@/lib/identity/contract";
import { sessionEnded } from "@/lib/identity/facts";
import { readStanding } from "@/lib/identity/queries";
import { MINUTE, SECOND } from "@/lib/kernel/clock";
import type { Unsubscribe } from "@/lib/kernel/ports";
import { type FactsMessage, runtime } from "../runtime";
import { openCall } from "./call";

/** How long a session may be taken from memory; a change drops it at once. */
export const KEPT_MS = 10 * SECOND;
/** Clocks of nodes differ by less; what was read this shortly before a change is read again. */
const SKEW_MS = SECOND;
const SEEN_MS = 15 * MINUTE;

/** A store that gives no answer is left alone as long: every call would wait for it, and wait again to write. */
const LEFT_ALONE_MS = 5 * SECOND;
let awayUntil = 0;

type Kept = { standing: Standing; at: number };
const keyOf = (sid: string) => `session:${sid}`;
/** When a person's sessions, roles or groups changed: whatever was read before is void. */
const cutOf = (userId: string) => `session-cut:${userId}`;

const systemCall = () => openCall({ actor: { kind: "system", task: "identify" }, agencyId: null, via: "task" });

/** The session as it stands, at most ten seconds old; `fresh` asks the database. Null when there is none. */
export async function standingOf(sid: string, fresh = false): Promise<Standing | null> {
  const kept = fresh ? null : await recall(sid);
  if (kept) return kept;
  const at = Date.now();
  const standing = await readStanding(systemCall(), { sid });
  if (!standing) return null;
  const seen = noteSeen(standing, at);
  if (Date.now() >= awayUntil) await keep(keyOf(sid), { standing: seen, at } satisfies Kept);
  return seen;
}

async function recall(sid: string): Promise<Standing | null> {
  if (Date.now() < awayUntil) return null;
  const { kv } = runtime().ports;
  try {
    const kept = await kv.get<Kept>(keyOf(sid));
    awayUntil = 0;
    // Counted from its reading, however late it was kept: it never outlives the cut that made it void.
    if (!kept || kept.at + KEPT_MS <= Date.now()) return null;
    const cut = await kv.get<number>(cutOf(kept.standing.userId));
    return cut !== null && kept.at <= cut + SKEW_MS ? null : kept.standing;
  } catch {
    // Without its memory the house is slower, not closed.
    awayUntil = Date.now() + LEFT_ALONE_MS;
    return null;
  }
}

const keep = (key: string, value: unknown) =>
  runtime()
    .ports.kv.set(key, value, KEPT_MS)
    .catch((error: unknown) => runtime().log.warn({ err: error }, "sessions are not kept while the KV is down"));

/** "Last seen" in the list of devices moves every quarter of an hour, without keeping the caller waiting. */
function noteSeen(standing: Standing, at: number): Standing {
  if (standing.ended || standing.expiresAt <= at || at - standing.seenAt < SEEN_MS) return standing;
  seeSession(systemCall(), { sid: standing.sid }).catch((error: unknown) =>
    runtime().log.warn({ err: error }, "a session was not noted as seen"),
  );
  return { ...standing, seenAt: at };
}

/** Whatever is remembered of this person is read again. */
export const forgetSession = (userId: string): Promise<void> => keep(cutOf(userId), Date.now());

/** Listens for the life of the process: ended sessions and changed roles are forgotten at once, their sockets told. */
export function watchSessions(): Promise<Unsubscribe> {
  const { bus } = runtime().ports;
  return bus.subscribe("facts", async (message) => {
    for (const told of (message as FactsMessage).facts) {
      for (const userId of told.moves) await forgetSession(userId);
      if (told.name !== sessionEnded.name) continue;
      const { sid, userId, reason } = sessionEnded.payload.parse(told.payload);
      await forgetSession(userId);
      await bus.publish("session", { sid, reason });
    }
  });
}
