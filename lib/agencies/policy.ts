import { type Actor, isPerson, isSystem, type Person } from "@/lib/kernel/actor";
import { may } from "@/lib/kernel/permission";

/** Whoever belongs to the agency may know its name and hotline. */
export const maySeeAgency = (actor: Actor) =>
  isSystem(actor) || (isPerson(actor) && (actor.roles.length > 0 || actor.superAdmin));

/** Groups name their branch, so everybody inside may see the list. */
export const maySeeBranches = maySeeAgency;
/** A manager bound to one branch opens none: the new one is not theirs. */
export const mayOpenBranch = (actor: Actor) => may(actor, "change", "staff");
/** Roles of the house's own people, and not only of travellers. */
export const isStaff = (roles: readonly string[]) => roles.some((role) => role !== "pilgrim");
/** Who leads a branch is the staff's business. */
export const maySeeManagers = (actor: Actor, { id }: { id: string }) => may(actor, "see", "staff", { branchId: id });
/** To close one takes what it takes to open one. */
export const mayCloseBranch = (actor: Actor) => mayOpenBranch(actor);
export const mayChangeBranch = (actor: Actor, { id }: { id: string }) =>
  may(actor, "change", "staff", { branchId: id });

export const isSignedIn = isPerson;

/** Owners and admins know how their agency stands; owners alone decide about it. */
export const maySeeOwn = (actor: Actor) => may(actor, "see", "agency");
export const mayChangeAgency = (actor: Actor) => may(actor, "change", "agency");

/** The platform's own people: they decide about agencies, and see none from inside without a reason. */
export const runsPlatform = (actor: Actor) => isPerson(actor) && actor.superAdmin;

/** Staff ask for a grant; whoever runs the place where they work decides, and nobody about themselves. */
export const mayAsk = (actor: Actor) => isPerson(actor) && isStaff(actor.roles) && !isLooking(actor);
/** Whoever runs the platform looks in as a viewer: they work here for nobody, and are given nothing. */
const isLooking = ({ superAdmin, roles }: Person) => superAdmin && roles.every((role) => role === "viewer");
export const mayDecideRequest = (actor: Actor, asker: { userId: string; branchId: string | null }) =>
  may(actor, "change", "staff", { branchId: asker.branchId }) && !(isPerson(actor) && actor.userId === asker.userId);
/** Whoever sees the people who work in that place. */
export const maySeeStaff = (actor: Actor, { branchId }: { branchId: string | null }) =>
  may(actor, "see", "staff", { branchId });
/** Owners, admins, and managers for their branch. */
export const mayChangeStaff = (actor: Actor) =>
  may(actor, "change", "staff", { branchId: isPerson(actor) ? actor.branchId : null });

/** A part of the installation that fails so often in a row is told of: once or twice may have been a restart. */
export const FAILS = 3;
