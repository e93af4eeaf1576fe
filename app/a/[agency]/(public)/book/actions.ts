"use server";

import { placeBooking } from "@/lib/bookings/commands/place";
import { joinWaitlist } from "@/lib/bookings/commands/waitlist";
import { publicAction } from "@/server/doors/public-action";

export const place = publicAction(placeBooking);
export const wait = publicAction(joinWaitlist);
