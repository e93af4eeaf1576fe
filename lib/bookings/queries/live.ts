import { isSystem } from "@/lib/kernel/actor";
import { query } from "@/lib/kernel/query";
import { BookingRef } from "../contract/booking";
import { listLiveIds } from "../store/bookings";

/** The bookings of a departure that still stand, for tasks that visit each. */
export const listLive = query({
  name: "bookings.list_live",
  input: BookingRef,
  load: (work, { id }) => listLiveIds(work, id),
  allow: isSystem,
  run: async (_work, _input, ids) => ids,
});
