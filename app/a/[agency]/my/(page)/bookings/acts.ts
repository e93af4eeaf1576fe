import { cancel, cancelOne, quote, savePilgrim, update } from "./actions";

/** What may be done with a booking, bound to its agency. */
export const bookingActs = (agency: string) => ({
  update: update.bind(null, agency),
  savePilgrim: savePilgrim.bind(null, agency),
  quote: quote.bind(null, agency),
  cancel: cancel.bind(null, agency),
  cancelOne: cancelOne.bind(null, agency),
});
