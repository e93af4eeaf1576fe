import type { DeliveryStatus } from "./contract";

/** Tries before a message that could not be sent is set aside as failed. */
export const TRIES = 8;

const WAY: readonly DeliveryStatus[] = ["queued", "kept", "sent", "delivered", "read", "failed"];

/** The statuses that this one comes after: reports converge in any order, since only the farthest counts (R72). */
export const before = (status: DeliveryStatus): DeliveryStatus[] => WAY.slice(0, WAY.indexOf(status));

const plain = (words: string) => words.normalize("NFKC").toLocaleLowerCase();
const LETTER = /[\p{L}\p{N}]/u;

/** Does this text call somebody by "@" and their whole or first name, with no letter behind it? */
export function mentions(text: string, personName: string): boolean {
  const said = plain(text);
  const whole = plain(personName).trim();
  return [whole, whole.split(/\s+/)[0] ?? whole].some((name) => {
    const called = `@${name}`;
    for (let at = said.indexOf(called); at >= 0; at = said.indexOf(called, at + 1)) {
      if (!LETTER.test(said[at + called.length] ?? "")) return name.length > 1;
    }
    return false;
  });
}
