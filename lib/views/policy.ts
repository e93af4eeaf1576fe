import { type Actor, isPerson, type Person } from "@/lib/kernel/actor";

/** Whoever belongs to the agency keeps views of its lists; they are their own, and nobody else's. */
export const mayKeepViews = (actor: Actor): actor is Person => isPerson(actor) && actor.roles.length > 0;
