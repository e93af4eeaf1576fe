import { type Actor, isPerson } from "@/lib/kernel/actor";
import { may, reach } from "@/lib/kernel/permission";

export type ReportSubject = { branchId: string | null; takesOut: boolean };

/** Where somebody of one branch looks at their own only. */
export const branchOf = (actor: Actor): string | null => {
  const within = reach(actor, "reports");
  return within.scope === "branch" ? within.branchId : null;
};
/** Staff who were given to see figures see those of their branch. */
const wasGiven = (actor: Actor) => isPerson(actor) && actor.grants.includes("view_analytics");
export const maySeeReports = (actor: Actor) => reach(actor, "reports").scope !== "none" || wasGiven(actor);
export const mayExportReports = (actor: Actor) =>
  may(actor, "export", "reports", { branchId: isPerson(actor) ? actor.branchId : null });
export const mayReadReport = (actor: Actor, { branchId, takesOut }: ReportSubject) => {
  const own = branchOf(actor);
  return (
    maySeeReports(actor) && (!takesOut || mayExportReports(actor)) && (!own || branchId === null || branchId === own)
  );
};
