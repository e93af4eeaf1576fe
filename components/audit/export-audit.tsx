"use client";

import { useTranslations } from "next-intl";
import { type Exported, ExportList } from "@/components/shell/export-list";
import type { AuditEntry } from "@/lib/audit/contract";

type Narrowing = { q?: string; area?: string; from?: string; to?: string; agencyId?: string };
const COLUMNS = ["when", "who", "actor", "command", "changes", "via", "request"] as const;
const MOST = 10_000;

/** The log as it is narrowed now, the newest ten thousand rows, as a file: an agency's comes whole, the platform's page by
 * page. */
export function ExportAudit(props: Exported<Narrowing, AuditEntry> & { whole?: boolean }) {
  const t = useTranslations("agency.audit");
  const head = COLUMNS.map((key) => t(`columns.${key}`));
  const linesOf = ({ at, actor, actorName, command, changes, via, requestId }: AuditEntry) => [
    [at.toISOString(), actorName ?? "", actor, command, JSON.stringify(changes), via, requestId],
  ];
  return <ExportList file="audit.csv" most={MOST} {...{ head, linesOf }} {...props} />;
}
