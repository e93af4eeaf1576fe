import { PlanChangePage } from "@/lib/savings/contract/plan";
import { listPlanChanges } from "@/lib/savings/queries/plans";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listPlanChanges, { output: PlanChangePage, summary: "What was changed of a savings plan" });
