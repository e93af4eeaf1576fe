import { cancel, fulfil, undo } from "./actions";

/** What the office may do with an order, bound to its agency. */
export const orderActs = (agency: string) => ({
  cancel: cancel.bind(null, agency),
  desk: { fulfil: fulfil.bind(null, agency), undo: undo.bind(null, agency) },
});
