import type { Work } from "@/lib/kernel/call";
import { isHeld } from "../rules/life";
import { lockBooking, setBooking } from "../store/bookings";
import { billHeld } from "./billing";
import { EXPIRE } from "./cart";

/** Plain verb for whoever keeps the money: from here on the booking waits for this commit. Before its invoice (R3). */
export const holdBooking = (work: Work, id: string) => lockBooking(work, id);

/** Plain verb: the seats of a hold that still runs are kept until then at least, because somebody looks at its proof.
 * Returns whether there is such a hold. */
export async function freezeHold(work: Work, { id, until }: { id: string; until: Date }): Promise<boolean> {
  const booking = await lockBooking(work, id);
  const { status, holdEndsAt } = booking;
  if (!isHeld(status) || !holdEndsAt || holdEndsAt <= work.now) return false;
  if (holdEndsAt >= until) return true;
  await setBooking(work, booking, { holdEndsAt: until });
  await billHeld(work, booking, until);
  work.later({ task: EXPIRE, key: id, runAt: until, payload: { id } });
  return true;
}
