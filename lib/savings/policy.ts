import { type Actor, isPerson, type Role } from "@/lib/kernel/actor";
import { may, reach, sees } from "@/lib/kernel/permission";

/** What policy asks about a plan: whose it is, and of which branch. */
export type PlanSubject = { userId: string; branchId: string | null };

export const isOwnPlan = (actor: Actor, { userId }: { userId: string }) => isPerson(actor) && actor.userId === userId;
/** The list itself is narrowed by reach. */
export const mayListSavings = (actor: Actor) => reach(actor, "savings").scope !== "none";
export const maySeePlan = (actor: Actor, plan: PlanSubject) => may(actor, "see", "savings", plan);
/** Whether whoever stands in these roles reads what is saved for them: a plan is begun for nobody else (PRODUCT 3). */
export const readsOwnPlan = (roles: readonly Role[]) => sees(roles, "savings");
/** One's own, and the desk for anybody of the agency. */
export const mayChangePlan = (actor: Actor, plan: PlanSubject) => may(actor, "change", "savings", plan);
export const mayExportSavings = (actor: Actor) => may(actor, "export", "savings");

const NOBODYS = { userId: "", branchId: null };
/** The desk: who works on anybody's plan, so not by the right to one's own. */
export const mayKeepDesk = (actor: Actor) => may(actor, "change", "savings", NOBODYS);
/** Who sees other people's savings in full. */
export const isSavingsStaff = (actor: Actor, plan: PlanSubject) =>
  may(actor, "see", "savings", { ...plan, userId: "" });
/** Nobody decides about their own money. */
export const mayDecide = (actor: Actor, plans: readonly PlanSubject[]) =>
  plans.every((plan) => may(actor, "approve", "savings", plan) && !isOwnPlan(actor, plan));
/** Nor about what they asked for themselves on somebody's behalf. */
export const mayDecideWithdrawal = (actor: Actor, plan: PlanSubject & { requestedBy: string }) =>
  mayDecide(actor, [plan]) && !(isPerson(actor) && actor.userId === plan.requestedBy);
/** Whoever asked, or whose money it is, thinks better of it. */
export const mayTakeBackWithdrawal = (actor: Actor, asked: PlanSubject & { requestedBy: string }) =>
  mayChangePlan(actor, asked) && (isOwnPlan(actor, asked) || isOwnPlan(actor, { userId: asked.requestedBy }));
export const maySeeTotals = (actor: Actor) => may(actor, "see", "savings_totals");
/** Who answers for the money enters what the bank says. */
export const mayEnterBankBalance = (actor: Actor) => may(actor, "approve", "savings", NOBODYS);
