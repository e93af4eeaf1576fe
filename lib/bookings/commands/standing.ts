import { addMemberships } from "@/lib/agencies/commands/members";
import { findMemberships } from "@/lib/agencies/queries/members";
import { isPerson } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import type { Payer } from "../contract/booking";

/** Name and phone of a login, for whom the agency does not know yet. */
export type Card = { personName: string; phone: string | null };
/** Who books: as whom the agency knows them, and how it comes to know them. */
export type Standing = {
  userId: string | null;
  shutOut: boolean;
  payer: Payer;
  /** Whoever is new becomes a pilgrim of the agency with the booking, never more (R83). */
  welcome: () => Promise<unknown>;
};

const NOBODY = { name: "", phone: null, email: null };

/** Plain verb: a member whom staff book for. @throws Fault `person_not_found` */
export async function standingFor(work: Work, userId: string): Promise<Standing> {
  const [member] = await findMemberships(work, [userId]);
  if (!member) throw notFound("person");
  const payer = { name: member.personName, phone: member.phone, email: null };
  return { userId, shutOut: member.disabledAt !== null, payer, welcome: async () => undefined };
}

/** @param card of the login, for whoever has no role here */
export async function standingOf(work: Work, card: Card | null): Promise<Standing> {
  const userId = isPerson(work.actor) ? work.actor.userId : null;
  const [membership] = userId ? await findMemberships(work, [userId]) : [];
  const known = membership ?? card;
  const shutOut = membership ? membership.disabledAt !== null : card === null;
  const payer = known ? { name: known.personName, phone: known.phone, email: null } : NOBODY;
  const welcome = async () =>
    userId && card && !membership
      ? addMemberships([{ work, membership: { ...card, userId, roles: ["pilgrim"] } }])
      : undefined;
  return { userId, shutOut, payer, welcome };
}
