import type { Work } from "@/lib/kernel/call";
import { isCommitted, isHeld } from "../rules/life";
import { findBooking } from "../store/bookings";

/** Plain verb: how its seats stand at this moment. @throws Fault `booking_not_found` */
export async function readHold(work: Work, id: string): Promise<"held" | "sold" | "cancelled" | "gone"> {
  const { status, holdEndsAt } = await findBooking(work, id);
  if (isHeld(status)) return holdEndsAt && holdEndsAt > work.now ? "held" : "gone";
  if (status === "cancelled") return "cancelled";
  return isCommitted(status) || status === "completed" ? "sold" : "gone";
}
