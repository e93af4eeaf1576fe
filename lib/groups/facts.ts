import { z } from "zod";
import { audience } from "@/lib/kernel/audience";
import { fact } from "@/lib/kernel/fact";
import { GroupRole, SharingState } from "./contract";

const group = { agencyId: z.uuid(), groupId: z.uuid() };
const person = { ...group, userId: z.uuid() };
const everybody = (p: { agencyId: string; groupId: string }) => [
  audience.group(p.agencyId, p.groupId),
  audience.staff(p.agencyId),
];
/** Their sockets and sessions are sorted anew: what they hear follows from where they travel. */
const themself = (p: { userId: string }) => [p.userId];
const watchersAnd = (p: { agencyId: string; groupId: string; userId: string }) => [
  audience.person(p.agencyId, p.userId),
  audience.watchers(p.agencyId, p.groupId),
  audience.staff(p.agencyId),
];

export const groupCreated = fact({
  name: "groups.created",
  payload: z.object(group),
  audience: (p) => [audience.staff(p.agencyId)],
});

/** Name, window, meeting point, capacity or code: whoever shows the group reads it again. */
export const groupChanged = fact({ name: "groups.changed", payload: z.object(group), audience: everybody });

/** Somebody is in the group: sessions and sockets of that person look again. */
export const groupJoined = fact({
  name: "groups.joined",
  payload: z.object({ ...person, role: GroupRole }),
  audience: everybody,
  moves: themself,
});

/** Somebody is no longer in the group: their streams end at once (R59). */
export const groupLeft = fact({
  name: "groups.left",
  payload: z.object({ ...person, why: z.enum(["left", "removed"]) }),
  audience: (p) => [audience.person(p.agencyId, p.userId), ...everybody(p)],
  moves: themself,
});

/** Role or sub-group; with the role, what this person may see. */
export const memberChanged = fact({
  name: "groups.member_changed",
  payload: z.object({ ...person, role: GroupRole }),
  audience: everybody,
  moves: themself,
});

export const groupRequested = fact({ name: "groups.requested", payload: z.object(person), audience: watchersAnd });

/** A join request was answered; the requester is told by mail and in the app. "withdrawn": they are out of the agency. */
export const groupDecided = fact({
  name: "groups.decided",
  payload: z.object({ ...person, decision: z.enum(["approved", "rejected", "withdrawn"]) }),
  audience: watchersAnd,
});

/** Somebody began, paused or ended sharing: maps drop or expect their marker. */
export const sharingChanged = fact({
  name: "groups.sharing_changed",
  payload: z.object({ ...person, state: SharingState }),
  audience: watchersAnd,
});
