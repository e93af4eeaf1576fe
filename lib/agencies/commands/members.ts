import { isSystem } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { command, nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { type Card, Enrol } from "../contract/members";
import { membershipChanged } from "../facts";
import { addMembers, lookUpCard, type MembershipRow, type NewMembership } from "../store/members";

/** Gives a user roles in this agency; who is inside already keeps what they have.
 * @throws Fault `user_not_found` */
export const enrol = command({
  name: "agencies.enrol",
  input: Enrol,
  prepare: async (call, input) => ({ ...input, card: await lookUpCard(call, input.userId) }),
  load: nothing,
  allow: isSystem,
  run: async (work, { userId, roles, branchId, card }) => {
    if (!card) throw notFound("user");
    const added = await addMemberships([{ work, membership: { ...card, userId, roles, branchId } }]);
    return { added: added.length > 0 };
  },
});

/** Plain verb: adds people to the agency, each by the work that brought them; who is inside stays as they are. */
async function addMemberships(
  newcomers: readonly { work: Work; membership: NewMembership }[],
): Promise<MembershipRow[]> {
  const first = newcomers[0];
  if (!first) return [];
  const added = await addMembers(
    first.work,
    newcomers.map(({ membership }) => membership),
  );
  for (const row of added) {
    const { work } = newcomers.find(({ membership }) => membership.userId === row.userId) ?? first;
    work.changed("memberships", row.id, null, row);
    work.tell(membershipChanged, { agencyId: row.agencyId, userId: row.userId });
  }
  return added;
}

type Newcomer = { work: Work; userId: string | null; newcomer?: Card | null };
/** Plain verb: whoever is new becomes a pilgrim of the agency, never more (R83), all of them by one statement. A refused wish
 * must leave no membership behind: welcome who was granted something. */
export const welcome = (people: readonly Newcomer[]): Promise<MembershipRow[]> =>
  addMemberships(
    people.flatMap(({ work, userId, newcomer }) =>
      userId && newcomer ? [{ work, membership: { ...newcomer, userId, roles: ["pilgrim" as const] } }] : [],
    ),
  );
