import { closePeriod } from "@/lib/savings/commands/desk";
import { Period } from "@/lib/savings/contract/desk";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(closePeriod, { output: Period, summary: "Close a period" });
