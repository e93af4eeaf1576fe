import { type Actor, isPerson } from "@/lib/kernel/actor";
import { may } from "@/lib/kernel/permission";

/** PRODUCT 3: owners and admins read what was changed in their agency. */
export const maySeeAudit = (actor: Actor) => may(actor, "see", "audit");
/** The platform reads across agencies; what is about a person is not in the log. */
export const maySeeAllAudit = (actor: Actor) => isPerson(actor) && actor.superAdmin;
