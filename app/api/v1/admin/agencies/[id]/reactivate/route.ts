import { reactivateAgency } from "@/lib/agencies/commands/decide";
import { Decided } from "@/lib/agencies/contract/platform";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(reactivateAgency, { output: Decided, agency: "path", summary: "Take a suspension back" });
