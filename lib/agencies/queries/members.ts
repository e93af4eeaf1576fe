import { isPerson } from "@/lib/kernel/actor";
import type { Call, Work } from "@/lib/kernel/call";
import type { Card, Shown } from "../contract/members";
import { listMembers, lookUpCard, lookUpShownBy, lookUpShownOf } from "../store/members";

/** Plain verb: the memberships of these users in this agency. */
export const findMemberships = (work: Work, userIds: readonly string[]) => listMembers(work, userIds);

/** Plain verb: name and phone of whoever asks and has no role here yet, read outside of any agency before a command begins;
 * null for everybody else. */
export const introduce = async (call: Call): Promise<Card | null> =>
  isPerson(call.actor) && call.actor.roles.length === 0 ? lookUpCard(call, call.actor.userId) : null;

/** Plain verb: the members who showed that one of these contacts is theirs, read outside of any agency. */
export const whoHasShown = (call: Call, contacts: Pick<Shown, "phone" | "email">) => lookUpShownBy(call, contacts);

/** Plain verb: this member with the contacts that they showed to be theirs, read before a command begins; null where none. */
export const shownBy = (call: Call, userId: string) => lookUpShownOf(call, userId);
