import { bookingCancelled, bookingChanged, pilgrimSubstituted } from "@/lib/bookings/facts";
import { on, type Task } from "@/lib/kernel/task";
import { freeBooking, freePlaces } from "./commands/free";

export const tasks: Task[] = [
  on(bookingCancelled, "travel.free_cancelled", (call, { departureId, pilgrimIds }) =>
    freePlaces(call, { departureId, pilgrimIds }),
  ),
  on(pilgrimSubstituted, "travel.free_replaced", (call, { departureId, pilgrimId }) =>
    freePlaces(call, { departureId, pilgrimIds: [pilgrimId] }),
  ),
  on(bookingChanged, "travel.free_expired", async (call, { departureId, bookingId, status }) => {
    if (status === "expired") await freeBooking(call, { departureId, bookingId });
  }),
];
