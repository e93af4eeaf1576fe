import { askAgency } from "@/lib/agencies/commands/decide";
import { Decided } from "@/lib/agencies/contract/platform";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(askAgency, {
  output: Decided,
  agency: "path",
  summary: "Ask the owner of an application something",
});
