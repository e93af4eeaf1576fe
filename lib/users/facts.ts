import { z } from "zod";
import { audience } from "@/lib/kernel/audience";
import { fact } from "@/lib/kernel/fact";

const agencyId = z.uuid();

/** People wait to be written to: their invitations by name, at most a hundred together. */
export const usersInvited = fact({
  name: "users.invited",
  payload: z.object({ agencyId, invitationIds: z.array(z.uuid()).max(100) }),
  audience: (p) => [audience.staff(p.agencyId)],
});

export const invitationAccepted = fact({
  name: "users.invitation_accepted",
  payload: z.object({ agencyId, invitationId: z.uuid(), invitedBy: z.uuid(), userId: z.uuid() }),
  audience: (p) => [audience.staff(p.agencyId)],
});

/** Whether an agency lets somebody in, or as what, is other than it was: the places they have there follow. `back`: they may
 * come in again after they could not. */
export const standingChanged = fact({
  name: "users.standing_changed",
  payload: z.object({ agencyId, userId: z.uuid(), back: z.boolean() }),
  audience: () => [],
});

/** An agency forgot somebody. */
export const userErased = fact({
  name: "users.erased",
  payload: z.object({ agencyId, userId: z.uuid() }),
  audience: () => [],
});
