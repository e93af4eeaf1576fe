import { clearCaches } from "@/lib/agencies/commands/access";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(clearCaches, { agency: "path", summary: "Read anew whatever is remembered of an agency" });
