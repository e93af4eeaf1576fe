"use server";

import { placeBooking } from "@/lib/bookings/commands/place";
import { joinWaitlist } from "@/lib/bookings/commands/waitlist";
import { exportBookings, exportWaits } from "@/lib/bookings/queries/bookings";
import { action, making } from "@/server/doors/action";

export const place = making(placeBooking);
export const wait = action(joinWaitlist);
export const exportAll = action(exportBookings);
export const exportQueue = action(exportWaits);
