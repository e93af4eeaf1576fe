"use server";

import { cancelBooking, cancelPilgrim } from "@/lib/bookings/commands/cancel";
import { giveBooking } from "@/lib/bookings/commands/give";
import {
  readPapers as papers,
  readPassport as passport,
  setDocument,
  substitutePilgrim,
  updatePilgrim,
} from "@/lib/bookings/commands/pilgrims";
import { remindPayer } from "@/lib/bookings/commands/remind";
import { updateBooking } from "@/lib/bookings/commands/update";
import { leaveWaitlist } from "@/lib/bookings/commands/waitlist";
import { quoteCancel } from "@/lib/bookings/queries/quote";
import { action } from "@/server/doors/action";

export const update = action(updateBooking);
export const remind = action(remindPayer);
export const give = action(giveBooking);
export const savePilgrim = action(updatePilgrim);
export const quote = action(quoteCancel);
export const cancel = action(cancelBooking);
export const cancelOne = action(cancelPilgrim);
export const substitute = action(substitutePilgrim);
export const setPaper = action(setDocument);
export const readPassport = action(passport);
export const readPapers = action(papers);
export const leaveQueue = action(leaveWaitlist);
