import { createPlan } from "@/lib/savings/commands/plans";
import { Plan, PlanPage } from "@/lib/savings/contract/plan";
import { listPlans } from "@/lib/savings/queries/plans";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listPlans, { output: PlanPage, summary: "List the savings plans you may see" });
export const POST = endpoint(createPlan, { output: Plan, status: 201, summary: "Begin a savings plan" });
