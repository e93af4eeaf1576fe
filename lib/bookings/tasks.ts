import { z } from "zod";
import { on, planned, type Task } from "@/lib/kernel/task";
import { departureChanged, departureMoved } from "@/lib/packages/facts";
import { standingChanged } from "@/lib/users/facts";
import { cancelByAgency } from "./commands/cancel";
import { EXPIRE } from "./commands/cart";
import { completeBookings, expireBooking, followDates } from "./commands/settle";
import { followGroup, joinTravellers, leaveTravellers } from "./commands/travel";
import { closeQueue, LAPSE, lapseOffer, wakeWaitlist } from "./commands/waitlist";
import { bookingCancelled, bookingChanged, bookingGiven, pilgrimSubstituted } from "./facts";
import { listLive, listPaidOf } from "./queries/live";
import { isCommitted, isHeld } from "./rules/life";

/** Where nobody waits for seats any more. */
const OVER = new Set<string>(["departed", "completed", "cancelled"]);

export const tasks: Task[] = [
  planned(EXPIRE, z.object({ id: z.uuid() }), (call, { id }) => expireBooking(call, { id })),
  planned(LAPSE, z.object({ departureId: z.uuid(), entryId: z.uuid() }), (call, payload) => lapseOffer(call, payload)),
  on(bookingChanged, "bookings.join", async (call, { bookingId, from, status }) => {
    if (status === "paid" && from !== "paid") await joinTravellers(call, { id: bookingId });
    if (isCommitted(from) && (isHeld(status) || status === "expired")) await leaveTravellers(call, { id: bookingId });
  }),
  on(bookingGiven, "bookings.join_given", (call, { bookingId, payerUserId }) =>
    joinTravellers(call, { id: bookingId, userId: payerUserId }),
  ),
  on(bookingCancelled, "bookings.leave", (call, { bookingId, pilgrimIds }) =>
    leaveTravellers(call, { id: bookingId, pilgrimIds }),
  ),
  on(pilgrimSubstituted, "bookings.replace", (call, { bookingId, pilgrimId }) =>
    leaveTravellers(call, { id: bookingId, pilgrimIds: [pilgrimId] }),
  ),
  on(standingChanged, "bookings.rejoin", async (call, { userId, back }) => {
    if (!back) return;
    for (const id of await listPaidOf(call, { userId })) await joinTravellers(call, { id, userId });
  }),
  on(departureChanged, "bookings.wake", (call, { departureId }) => wakeWaitlist(call, { departureId })),
  on(departureChanged, "bookings.redate", (call, { departureId }) => followDates(call, { id: departureId })),
  on(departureChanged, "bookings.regroup", (call, { departureId }) => followGroup(call, { id: departureId })),
  on(departureMoved, "bookings.follow", async (call, { departureId, to }) => {
    if (OVER.has(to)) await closeQueue(call, { departureId });
    if (to === "completed") await completeBookings(call, { id: departureId });
    if (to !== "cancelled") return;
    for (const id of await listLive(call, { id: departureId })) await cancelByAgency(call, { id });
  }),
];
