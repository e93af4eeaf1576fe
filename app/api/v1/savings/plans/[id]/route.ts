import { updatePlan } from "@/lib/savings/commands/plans";
import { Plan } from "@/lib/savings/contract/plan";
import { readPlan } from "@/lib/savings/queries/plans";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readPlan, { output: Plan, summary: "Read a savings plan" });
export const PATCH = endpoint(updatePlan, { output: Plan, summary: "Change a savings plan" });
