import { rejectAgency } from "@/lib/agencies/commands/decide";
import { Decided } from "@/lib/agencies/contract/platform";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(rejectAgency, {
  output: Decided,
  agency: "path",
  summary: "Reject an agency with a reason",
});
