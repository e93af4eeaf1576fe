import {
  approve,
  deny,
  erase,
  exportAll,
  importTable,
  invite,
  remove,
  revoke,
  takeBack,
  ties,
  update,
} from "./actions";

/** What the office may do with its people, bound to its agency. */
export const staffActs = (agency: string) => ({
  people: {
    update: update.bind(null, agency),
    remove: remove.bind(null, agency),
    erase: erase.bind(null, agency),
    takeBack: takeBack.bind(null, agency),
    ties: ties.bind(null, agency),
  },
  requests: { approve: approve.bind(null, agency), deny: deny.bind(null, agency) },
  invite: invite.bind(null, agency),
  importTable: importTable.bind(null, agency),
  revoke: revoke.bind(null, agency),
  exportAll: exportAll.bind(null, agency),
});
