import type { Work } from "@/lib/kernel/call";
import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { type AuditEntry, ExportAudit, ListAudit, ListPlatformAudit } from "./contract";
import { maySeeAllAudit, maySeeAudit } from "./policy";
import { listLog, listWholeLog } from "./store/log";

/** What was changed in the agency, the newest first. */
export const listAudit = query({
  name: "audit.list",
  input: ListAudit,
  load: nothing,
  allow: maySeeAudit,
  run: listLog,
});

const EXPORT_PAGE = 500;
const EXPORT_ROWS = 10_000;
/** The newest ten thousand of a list, for a file. */
export const exportAudit = query({
  name: "audit.export",
  input: ExportAudit,
  load: nothing,
  allow: maySeeAudit,
  run: async (work: Work, input) => {
    const data: AuditEntry[] = [];
    let cursor: string | undefined;
    do {
      const page = await listLog(work, { ...input, limit: EXPORT_PAGE, cursor });
      data.push(...page.data);
      cursor = page.nextCursor ?? undefined;
    } while (cursor && data.length < EXPORT_ROWS);
    return { data };
  },
});

/** What was changed anywhere, for the platform. */
export const listPlatformAudit = query({
  name: "audit.list_all",
  input: ListPlatformAudit,
  fence: "platform",
  load: nothing,
  allow: maySeeAllAudit,
  run: listWholeLog,
});
