import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { BookingRef } from "../contract/booking";
import { listLiveIds } from "../store/bookings";
import { listPaidFor } from "../store/pilgrims";

/** The bookings of a departure that still stand, for tasks that visit each. */
export const listLive = query({
  name: "bookings.list_live",
  input: BookingRef,
  load: (work, { id }) => listLiveIds(work, id),
  allow: isSystem,
  run: async (_work, _input, ids) => ids,
});

/** The paid bookings that still take somebody along, for the task that puts them back into their groups. */
export const listPaidOf = query({
  name: "bookings.list_paid_of",
  input: z.strictObject({ userId: z.uuid() }),
  load: nothing,
  allow: isSystem,
  run: (work, { userId }) => listPaidFor(work, userId),
});
