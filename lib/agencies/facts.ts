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

/** A branch has another name, place or manager, or is closed. */
export const branchChanged = fact({
  name: "agencies.branch_changed",
  payload: z.object({ agencyId, branchId: z.uuid() }),
  audience: (p) => [audience.staff(p.agencyId)],
});

/** What an agency decided for itself is different now. */
export const agencyChanged = fact({
  name: "agencies.changed",
  payload: z.object({ agencyId }),
  audience: (p) => [audience.staff(p.agencyId)],
});

const DECISIONS = [
  "received",
  "asked",
  "approved",
  "rejected",
  "suspended",
  "reactivated",
  "trial_changed",
  "expired",
] as const;
export type AgencyDecision = (typeof DECISIONS)[number];

/** The platform has spoken about an agency, or its trial has. What everybody in it may do can have changed with it. */
export const agencyDecided = fact({
  name: "agencies.decided",
  payload: z.object({ agencyId, decision: z.enum(DECISIONS), people: z.array(z.uuid()) }),
  audience: (p) => [audience.staff(p.agencyId)],
  moves: (p) => p.people,
});

/** What waits for the platform is other than it was: its bell counts anew. It says nothing, and to nobody else. */
export const platformCalled = fact({
  name: "agencies.platform_called",
  payload: z.object({}),
  wire: "notification:new",
  audience: () => [audience.platform()],
});

/** A trial has a week left. */
export const trialEnding = fact({
  name: "agencies.trial_ending",
  payload: z.object({ agencyId }),
  audience: (p) => [audience.staff(p.agencyId)],
});

/** Somebody of the platform looks into an agency, or no longer does. */
export const accessChanged = fact({
  name: "agencies.access_changed",
  payload: z.object({ agencyId, userId: z.uuid(), accessId: z.uuid(), state: z.enum(["taken", "ended"]) }),
  audience: (p) => [audience.staff(p.agencyId)],
  moves: (p) => [p.userId],
});

/** Whatever is remembered of an agency's people is read again. */
export const cachesCleared = fact({
  name: "agencies.caches_cleared",
  payload: z.object({ agencyId, people: z.array(z.uuid()) }),
  audience: () => [],
  moves: (p) => p.people,
});

/** What somebody of the staff asked for was given or not. */
export const permissionDecided = fact({
  name: "agencies.permission_decided",
  payload: z.object({ agencyId, requestId: z.uuid(), userId: z.uuid(), status: z.enum(["approved", "denied"]) }),
  audience: (p) => [audience.person(p.agencyId, p.userId)],
});

/** What somebody of the staff was given beside their roles is theirs no more. */
export const permissionTakenBack = fact({
  name: "agencies.permission_taken_back",
  payload: z.object({ agencyId, userId: z.uuid(), permission: z.string() }),
  audience: (p) => [audience.person(p.agencyId, p.userId)],
});

/** Somebody of the staff asks for a permission. */
export const permissionAsked = fact({
  name: "agencies.permission_asked",
  payload: z.object({ agencyId, requestId: z.uuid(), userId: z.uuid() }),
  audience: (p) => [audience.staff(p.agencyId)],
});
