import { isPerson, isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { addMs, MINUTE } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { forbidden, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { type Access, AgencyRef, TakeAccess } from "../contract/platform";
import { accessChanged, cachesCleared } from "../facts";
import { runsPlatform } from "../policy";
import { ACCESS_MINUTES } from "../rules/life";
import { addAccess, endAccesses, findAccess, setAccessEnded } from "../store/access";
import { findAgency, listPeopleIds } from "../store/agencies";

export const ACCESS_OVER = "agencies.access_over";

async function loadAgency(work: Work) {
  const agency = await findAgency(work);
  if (!agency) throw notFound("agency");
  return agency;
}
const userOf = ({ actor }: Work) => {
  if (!isPerson(actor)) throw forbidden();
  return actor.userId;
};

/** A super admin looks into an agency as a viewer, for an hour, with a reason that its owner reads. */
export const takeAccess = command({
  name: "agencies.take_access",
  input: TakeAccess,
  evenReadOnly: true,
  load: loadAgency,
  allow: runsPlatform,
  run: async (work, { reason }): Promise<Access> => {
    const userId = userOf(work);
    const access = { id: newId(), reason, createdAt: work.now, expiresAt: addMs(work.now, ACCESS_MINUTES * MINUTE) };
    await endAccesses(work, userId);
    await addAccess(work, { ...access, userId });
    const [key, payload] = [access.id, { id: access.id }];
    work.later({ task: ACCESS_OVER, key, runAt: access.expiresAt, payload });
    work.tell(accessChanged, { agencyId: agencyOf(work), userId, accessId: access.id, state: "taken" });
    return { ...access, personName: null, endedAt: null };
  },
});

/** Gives the look back before its hour is over. */
export const endAccess = command({
  name: "agencies.end_access",
  input: AgencyRef,
  evenReadOnly: true,
  load: loadAgency,
  allow: runsPlatform,
  run: async (work) => {
    const userId = userOf(work);
    for (const accessId of await endAccesses(work, userId)) {
      work.tell(accessChanged, { agencyId: agencyOf(work), userId, accessId, state: "ended" });
    }
  },
});

/** Whatever doors remember of this agency's people is read again. */
export const clearCaches = command({
  name: "agencies.clear_caches",
  input: AgencyRef,
  evenReadOnly: true,
  load: loadAgency,
  allow: runsPlatform,
  run: async (work, _input, agency) => {
    const people = await listPeopleIds(work);
    work.changed("agencies", agency.id, { caches: "kept" }, { caches: "cleared" });
    work.tell(cachesCleared, { agencyId: agency.id, people });
    return { people: people.length };
  },
});

/** The hour is over: sockets that were opened in it hear no more. */
export const closeAccess = command({
  name: "agencies.close_access",
  input: AgencyRef.describe("The look's id."),
  load: async (work, { id }) => {
    const access = isSystem(work.actor) ? await findAccess(work, id) : null;
    if (!access) throw notFound("access");
    return access;
  },
  allow: isSystem,
  evenReadOnly: true,
  run: async (work, { id: accessId }, { userId }) => {
    if (!(await setAccessEnded(work, accessId))) return;
    work.tell(accessChanged, { agencyId: agencyOf(work), userId, accessId, state: "ended" });
  },
});
