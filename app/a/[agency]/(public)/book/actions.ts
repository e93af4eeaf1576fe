"use server";

import { placeBooking } from "@/lib/bookings/commands/place";
import { joinWaitlist } from "@/lib/bookings/commands/waitlist";
import { publicAction, publicMaking } from "@/server/doors/public-action";

export const place = publicMaking(placeBooking);
export const wait = publicAction(joinWaitlist);
