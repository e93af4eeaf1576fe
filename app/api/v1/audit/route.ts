import { AuditPage } from "@/lib/audit/contract";
import { listAudit } from "@/lib/audit/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listAudit, { output: AuditPage, summary: "What was changed in your agency, by whom" });
