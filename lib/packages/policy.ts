import { type Actor, isPerson } from "@/lib/kernel/actor";
import { may, reach } from "@/lib/kernel/permission";

/** What policy asks about a package or a departure: whose it is, and whether everybody may see it. */
export type PackageSubject = { branchId: string | null; isPublic: boolean };

/** Who works for the agency; everybody else sees what is published. */
export const seesDrafts = (actor: Actor) => reach(actor, "packages").scope !== "none";
/** Of departures a person finds only what is on sale, what they work on, or what is offered to them. */
export const maySeeDeparture = (actor: Actor, row: PackageSubject) => isPerson(actor) || maySeePackage(actor, row);
export const maySeePackage = (actor: Actor, { isPublic }: PackageSubject) => isPublic || seesDrafts(actor);
export const mayCreatePackage = (actor: Actor, subject: { branchId: string | null }) =>
  may(actor, "change", "packages", subject);
export const mayChangePackage = (actor: Actor, subject: { branchId: string | null }) =>
  may(actor, "change", "packages", subject);
/** Moving it to another branch takes the right to sell there. */
export const mayMovePackage = (actor: Actor, { subject, moveTo }: Moving) =>
  mayChangePackage(actor, subject) && (moveTo === undefined || mayChangePackage(actor, { branchId: moveTo }));
export type Moving = { subject: { branchId: string | null }; moveTo: string | null | undefined };
export const mayExportPackages = (actor: Actor) => may(actor, "export", "packages");
export const mayExportPrices = (actor: Actor, subject: { branchId: string | null }) =>
  may(actor, "export", "packages", subject);
