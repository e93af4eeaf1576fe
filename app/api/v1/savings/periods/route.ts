import { createPeriod } from "@/lib/savings/commands/desk";
import { Period, PeriodPage } from "@/lib/savings/contract/desk";
import { listPeriods } from "@/lib/savings/queries/desk";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listPeriods, { output: PeriodPage, summary: "List the periods of savings" });
export const POST = endpoint(createPeriod, { output: Period, status: 201, summary: "Open a period" });
