import { findMemberships } from "@/lib/agencies/queries/members";
import type { Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { reach } from "@/lib/kernel/permission";
import { query } from "@/lib/kernel/query";
import { mayChangeUser } from "@/lib/users/policy";
import { type PersonTies, TiesOf } from "../contract/ties";
import { listBookingTies, listGroupTies, listPlanTies } from "../store/ties";

/** Whether this reader sees what lies in a branch: what is the whole agency's, everybody of the staff does. */
function seesIn({ actor }: Work) {
  const within = reach(actor, "staff");
  return ({ branchId }: { branchId: string | null }) =>
    within.scope === "agency" || (within.scope === "branch" && (branchId === null || branchId === within.branchId));
}

/** Somebody of the agency within reach. @throws Fault `user_not_found` */
async function loadPerson(work: Work, { id }: { id: string }) {
  const [person] = await findMemberships(work, [id]);
  if (!person || person.removedAt || !seesIn(work)(person)) throw notFound("user");
  return { userId: id, branchId: person.branchId, roles: person.roles as never };
}

const without = <R extends { branchId: string | null }>({ branchId: _, ...row }: R) => row;

/** What hangs on somebody, for whoever is about to take them out of the agency. */
export const readTies = query({
  name: "travel.read_ties",
  input: TiesOf,
  load: loadPerson,
  allow: mayChangeUser,
  run: async (work, { id }): Promise<PersonTies> => {
    const [groups, bookings, plans] = await Promise.all([
      listGroupTies(work, id),
      listBookingTies(work, id),
      listPlanTies(work, id),
    ]);
    const sees = seesIn(work);
    return {
      groups: groups.filter(sees).map(without),
      bookings: bookings.filter(sees).map(without),
      plans: plans.filter(sees).map(without),
      elsewhere: [...groups, ...bookings, ...plans].filter((one) => !sees(one)).length,
    };
  },
});
