import { z } from "zod";
import { audience } from "@/lib/kernel/audience";
import { fact } from "@/lib/kernel/fact";

const agencyId = z.uuid();

/** What a person may do in an agency has changed: sessions, sockets and caches of that person look again. */
export const membershipChanged = fact({
  name: "agencies.membership_changed",
  payload: z.object({ agencyId, userId: z.uuid() }),
  audience: (p) => [audience.person(p.agencyId, p.userId)],
  moves: (p) => [p.userId],
});

export const branchOpened = fact({
  name: "agencies.branch_opened",
  payload: z.object({ agencyId, branchId: z.uuid() }),
  audience: (p) => [audience.staff(p.agencyId)],
});
