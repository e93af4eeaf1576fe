import { type Actor, isPerson, isSystem } from "@/lib/kernel/actor";
import { may } from "@/lib/kernel/permission";

/** Whoever belongs to the agency may know its name and hotline. */
export const maySeeAgency = (actor: Actor) =>
  isSystem(actor) || (isPerson(actor) && (actor.roles.length > 0 || actor.superAdmin));

/** Groups name their branch, so everybody inside may see the list. */
export const maySeeBranches = maySeeAgency;
/** A manager bound to one branch opens none: the new one is not theirs. */
export const mayOpenBranch = (actor: Actor) => may(actor, "change", "staff");

export const isSignedIn = isPerson;
