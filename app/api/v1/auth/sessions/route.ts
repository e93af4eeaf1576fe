import { SessionPage } from "@/lib/identity/contract";
import { listOwnSessions } from "@/lib/identity/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listOwnSessions, { output: SessionPage, summary: "List my devices" });
