import { settleKeys } from "@/lib/identity/commands/keys";
import { LoginKeys } from "@/lib/identity/contract";
import { readKeys } from "@/lib/identity/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readKeys, { output: LoginKeys, summary: "Read what opens my login" });
export const POST = endpoint(settleKeys, { output: LoginKeys, summary: "Say which of what opens my login is mine" });
