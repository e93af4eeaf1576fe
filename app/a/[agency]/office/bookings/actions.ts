"use server";

import { placeBooking } from "@/lib/bookings/commands/place";
import { joinWaitlist } from "@/lib/bookings/commands/waitlist";
import { listBookings } from "@/lib/bookings/queries/bookings";
import { saveView } from "@/lib/views/commands";
import { action } from "@/server/doors/action";

const save = action(saveView);

export const place = action(placeBooking);
export const wait = action(joinWaitlist);
export const list = action(listBookings);
export const keepView = async (agency: string, view: { name: string; search: string }) =>
  save(agency, { place: "bookings", ...view });
