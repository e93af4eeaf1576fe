import { updatePeriod } from "@/lib/savings/commands/desk";
import { Period } from "@/lib/savings/contract/desk";
import { endpoint } from "@/server/doors/http";

export const PATCH = endpoint(updatePeriod, { output: Period, summary: "Move the days of an open period" });
