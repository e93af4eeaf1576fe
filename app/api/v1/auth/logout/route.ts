import { logOut } from "@/lib/identity/commands/log-out";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(logOut, { summary: "End this session" });
