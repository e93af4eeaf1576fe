import { register } from "@/lib/identity/commands/register";
import { phoneAt } from "@/lib/identity/queries";
import { isPerson } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { anyone, command } from "@/lib/kernel/command";
import { conflict, invalid } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { RegisterAgency, type RegisteredAgency } from "../contract/agency";
import { agencyDecided, membershipChanged, platformCalled } from "../facts";
import { homeOfCountry } from "../rules/countries";
import { type AgencyRow, addAgency, lockApplication, setAgency } from "../store/agencies";
import { addMembers, findCard } from "../store/members";

/** Asks the platform to let a new agency in; it waits until somebody looked at it. An owner whose agency was rejected,
 * or who was asked something, applies again by the same call. Of many that want one slug, one gets it (R81).
 * @throws Fault `slug_taken`, `identifier_taken`, `validation` */
export const registerAgency = command({
  name: "agencies.register",
  input: RegisterAgency,
  fence: "platform",
  // Who belongs to a paused agency may open another.
  evenReadOnly: true,
  load: async (work, { slug, owner }) => {
    const userId = isPerson(work.actor) ? work.actor.userId : null;
    if (userId === null && !owner) throw invalid("owner", "required");
    if (userId !== null && owner) throw invalid("owner", "unknown_field");
    return { userId, before: userId === null ? null : await lockApplication(work, slug, userId) };
  },
  allow: anyone,
  run: async (work, { owner, ...wish }, { userId, before }): Promise<RegisteredAgency> => {
    const home = homeOfCountry(wish.country);
    const fields = {
      name: wish.name,
      slug: wish.slug,
      country: wish.country,
      licenceNumber: wish.licenceNumber,
      currency: wish.currency ?? home.currency,
      timeZone: wish.timeZone ?? home.timeZone,
      locale: wish.locale ?? home.locale,
      status: "pending" as const,
      appliedAt: work.now,
    };
    if (before) return answer(work, await setAgency(work, before, { ...fields, decisionReason: null }), [userId ?? ""]);
    const row = { ...fields, id: newId(), createdAt: work.now };
    // First the name, so that whoever lost it has not become anybody yet.
    if (!(await addAgency(work, row))) throw conflict("slug_taken");
    work.changed("agencies", row.id, null, row);
    const ownerId = userId ?? (await newOwner(work, owner, wish.country));
    const card = await findCard(work, ownerId);
    if (!card) throw new Error("An owner who was just there is not there.");
    await addMembers(work, [{ ...card, userId: ownerId, roles: ["owner"] }], row.id);
    work.tell(membershipChanged, { agencyId: row.id, userId: ownerId });
    return answer(work, row, [ownerId]);
  },
});

/** The login of who asks; at the door of another agency they do not become its pilgrim by this. */
async function newOwner(work: Work, owner: RegisterAgency["owner"], country: string): Promise<string> {
  if (!owner) throw invalid("owner", "required");
  // At the platform's door a number without its plus would be read as one of the platform's own country.
  const phone = owner.phone && ((await phoneAt(work, owner.phone, country)) ?? owner.phone);
  return (await register({ ...work, agencyId: null }, { ...owner, phone })).id;
}

type Told = Pick<AgencyRow, "id" | "slug" | "name" | "status" | "appliedAt">;
function answer(work: Work, { id, slug, name, status, appliedAt }: Told, people: string[]): RegisteredAgency {
  work.tell(agencyDecided, { agencyId: id, decision: "received", people });
  work.tell(platformCalled, {});
  return { id, slug, name, status, appliedAt: appliedAt ?? work.now };
}
