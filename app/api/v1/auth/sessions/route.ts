import { SessionPage } from "@/lib/identity/contract";
import { listOwnSessions } from "@/lib/identity/queries";
import { endpoint } from "@/server/doors/http";
import { inPages } from "@/server/doors/in-pages";

export const GET = endpoint(inPages(listOwnSessions), { output: SessionPage, summary: "List my devices" });
