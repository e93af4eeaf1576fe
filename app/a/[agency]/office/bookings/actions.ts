"use server";

import { placeBooking } from "@/lib/bookings/commands/place";
import { action } from "@/server/doors/action";

export const place = action(placeBooking);
