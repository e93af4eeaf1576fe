"use server";

import { placeBooking } from "@/lib/bookings/commands/place";
import { listBookings } from "@/lib/bookings/queries/bookings";
import { action } from "@/server/doors/action";

export const place = action(placeBooking);
export const list = action(listBookings);
