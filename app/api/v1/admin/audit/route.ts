import { AuditPage } from "@/lib/audit/contract";
import { listPlatformAudit } from "@/lib/audit/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listPlatformAudit, { output: AuditPage, summary: "What was changed anywhere, by whom" });
