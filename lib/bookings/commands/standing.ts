import type { Card } from "@/lib/agencies/contract/members";
import { findMemberships } from "@/lib/agencies/queries/members";
import { isPerson } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { type Fault, notFound } from "@/lib/kernel/fault";
import type { Payer } from "../contract/booking";

/** Who books: as whom the agency knows them. */
export type Standing = {
  userId: string | null;
  shutOut: boolean;
  payer: Payer;
  /** Whoever is new becomes a pilgrim of the agency with the booking, never more (R83). */
  newcomer: Card | null;
};
/** `payerUserId`: a member whom staff book for; `card`: of the login, for whoever has no role here. */
type Booker = { work: Work; payerUserId?: string; card: Card | null };

const NOBODY = { name: "", phone: null, email: null };
const callerOf = ({ actor }: Work) => (isPerson(actor) ? actor.userId : null);

/** Plain verb: who each of these books for, by one look for all of them; works of one agency.
 * @returns with a Fault `person_not_found` in the place of a member there is not */
export async function standingsOf(bookers: readonly Booker[]): Promise<(Standing | Fault)[]> {
  const userIds = bookers.map(({ work, payerUserId }) => payerUserId ?? callerOf(work));
  const people = [...new Set(userIds.filter((id) => id !== null))];
  const members = people.length > 0 ? await findMemberships(bookers[0]!.work, people) : [];
  const known = new Map(members.map((row) => [row.userId, row]));
  return bookers.map(({ payerUserId, card }, i) => {
    const userId = userIds[i]!;
    const member = known.get(userId ?? "");
    if (payerUserId !== undefined && !member) return notFound("person");
    const named = member ?? card;
    const payer = named ? { name: named.personName, phone: named.phone, email: null } : NOBODY;
    const shutOut = member ? member.disabledAt !== null : card === null;
    return { userId, shutOut, payer, newcomer: member ? null : card };
  });
}
