import { isPerson } from "./actor";
import type { Call } from "./call";
import { MINUTE } from "./durations";
import { conflict, isFault } from "./fault";

/** A decision may be taken back so long by whoever made it; the word about it on the screen stands half as long. */
const UNDO_MS = MINUTE;

/** Until when this person may take their word back; null where it is not theirs, or none was said. */
export const undoEndsAt = (by: string | null, at: Date | null, userId: string): Date | null =>
  by === userId && at ? new Date(at.getTime() + UNDO_MS) : null;

/** The same for whoever calls; null when the time is up. */
export function undoUntil(
  { actor, now }: Pick<Call, "actor" | "now">,
  by: string | null,
  at: Date | null,
): Date | null {
  const until = isPerson(actor) ? undoEndsAt(by, at, actor.userId) : null;
  return until && until > now ? until : null;
}

/** Takes back what followed from a decision. @throws Fault `undo_followed`, naming which of these codes stood against it */
export const orFollowed = async <T>(codes: ReadonlySet<string>, act: Promise<T>): Promise<T> =>
  act.catch((error: unknown) => {
    throw isFault(error) && codes.has(error.code) ? conflict("undo_followed", { what: error.code }) : error;
  });
