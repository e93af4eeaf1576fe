import {
  cancel,
  cancelOne,
  give,
  quote,
  readPapers,
  readPassport,
  remind,
  savePilgrim,
  setPaper,
  substitute,
  update,
} from "./actions";

/** What may be done with a booking, bound to its agency. */
export const bookingActs = (agency: string) => ({
  update: update.bind(null, agency),
  remind: remind.bind(null, agency),
  give: give.bind(null, agency),
  savePilgrim: savePilgrim.bind(null, agency),
  quote: quote.bind(null, agency),
  cancel: cancel.bind(null, agency),
  cancelOne: cancelOne.bind(null, agency),
  substitute: substitute.bind(null, agency),
  setPaper: setPaper.bind(null, agency),
  readPassport: readPassport.bind(null, agency),
  readPapers: readPapers.bind(null, agency),
});
