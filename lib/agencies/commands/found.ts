import { isSystem } from "@/lib/kernel/actor";
import { command } from "@/lib/kernel/command";
import { conflict, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { FoundAgency } from "../contract/agency";
import { membershipChanged } from "../facts";
import { addAgency } from "../store/agencies";
import { addMembers, findCard } from "../store/members";

/** Opens an agency with its first owner.
 * @throws Fault `slug_taken`, `user_not_found` */
export const foundAgency = command({
  name: "agencies.found",
  input: FoundAgency,
  fence: "platform",
  load: async (work, { ownerId }) => {
    const owner = await findCard(work, ownerId);
    if (!owner) throw notFound("user");
    return owner;
  },
  allow: isSystem,
  run: async (work, { ownerId, ...agency }, owner) => {
    const id = newId();
    if (!(await addAgency(work, { ...agency, id, status: "active", createdAt: work.now })))
      throw conflict("slug_taken");
    await addMembers(work, [{ ...owner, userId: ownerId, roles: ["owner"] }], id);
    work.changed("agencies", id, null, agency);
    work.tell(membershipChanged, { agencyId: id, userId: ownerId });
    return { id };
  },
});
