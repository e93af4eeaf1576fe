import { addPlace, approve, exportPeople, findPeople, reject, remove, rotate, update, updatePlace } from "./actions";

/** What the office may do with a group, bound to its agency; acts this person may not do are left out. */
export const groupActs = (agency: string, { mayAdd, mayExport }: { mayAdd: boolean; mayExport: boolean }) => ({
  update: update.bind(null, agency),
  rotate: rotate.bind(null, agency),
  approve: approve.bind(null, agency),
  reject: reject.bind(null, agency),
  updatePlace: updatePlace.bind(null, agency),
  remove: remove.bind(null, agency),
  ...(mayAdd && { add: addPlace.bind(null, agency), findPeople: findPeople.bind(null, agency) }),
  exportPeople: mayExport ? exportPeople.bind(null, agency) : undefined,
});
