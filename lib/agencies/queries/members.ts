import type { Call, Work } from "@/lib/kernel/call";
import { listMembers, lookUpCard } from "../store/members";

/** Plain verb: the memberships of these users in this agency. */
export const findMemberships = (work: Work, userIds: readonly string[]) => listMembers(work, userIds);

/** Plain verb: name and phone of a login, read outside of any agency before a command begins. */
export const readCard = (call: Call, userId: string) => lookUpCard(call, userId);
