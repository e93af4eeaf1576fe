"use server";

import { cancelBooking, cancelPilgrim } from "@/lib/bookings/commands/cancel";
import { updatePilgrim } from "@/lib/bookings/commands/pilgrims";
import { updateBooking } from "@/lib/bookings/commands/update";
import { quoteCancel } from "@/lib/bookings/queries/quote";
import { action } from "@/server/doors/action";

export const update = action(updateBooking);
export const savePilgrim = action(updatePilgrim);
export const quote = action(quoteCancel);
export const cancel = action(cancelBooking);
export const cancelOne = action(cancelPilgrim);
