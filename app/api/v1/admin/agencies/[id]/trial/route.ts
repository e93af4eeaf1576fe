import { setTrial } from "@/lib/agencies/commands/decide";
import { Decided } from "@/lib/agencies/contract/platform";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(setTrial, { output: Decided, agency: "path", summary: "Set when a trial ends" });
