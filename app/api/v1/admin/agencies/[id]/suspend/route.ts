import { suspendAgency } from "@/lib/agencies/commands/decide";
import { Decided } from "@/lib/agencies/contract/platform";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(suspendAgency, {
  output: Decided,
  agency: "path",
  summary: "Suspend an agency with a reason",
});
