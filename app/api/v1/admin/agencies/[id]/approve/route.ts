import { approveAgency } from "@/lib/agencies/commands/decide";
import { Decided } from "@/lib/agencies/contract/platform";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(approveAgency, { output: Decided, agency: "path", summary: "Let an agency in, on trial" });
