"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Act, type Answer, useAct } from "@/components/journey/use-act";
import { saveCsv } from "@/components/shell/csv";
import { Button } from "@/components/ui/button";
import type { AuditEntry } from "@/lib/audit/contract";

type Narrowing = { q?: string; area?: string; from?: string; to?: string; agencyId?: string };

type Page = { data: AuditEntry[]; nextCursor?: string | null };
type ExportAuditProps = { query: Narrowing; read: Act<Narrowing & { cursor?: string; limit?: number }, Page> };
const MOST = 10_000;

/** The log as it is narrowed now, the newest ten thousand rows, as a file. Times are UTC. */
export function ExportAudit({ query, read }: ExportAuditProps) {
  const t = useTranslations("agency.audit");
  const { busy, act } = useAct();
  // An agency's log comes whole; the platform's page by page.
  const readAll = async (): Promise<Answer<Page>> => {
    const data: AuditEntry[] = [];
    let next: string | null | undefined;
    do {
      const page = await read(next ? { ...query, cursor: next, limit: 100 } : query);
      if (!page.ok) return page;
      data.push(...page.value.data);
      next = page.value.nextCursor;
    } while (next && data.length < MOST);
    return { ok: true, value: { data } };
  };
  const save = ({ data }: Page) => {
    const head = (["when", "who", "actor", "command", "changes", "via", "request"] as const).map((key) =>
      t(`columns.${key}`),
    );
    const rows = data.map(({ at, actor, actorName, command, changes, via, requestId }) => [
      ...[at.toISOString(), actorName ?? "", actor, command, JSON.stringify(changes), via, requestId],
    ]);
    saveCsv("audit.csv", [head, ...rows]);
  };
  return (
    <Button
      icon={<Download aria-hidden size={16} />}
      busy={busy && t("exporting")}
      onClick={() => act(readAll, { done: save })}
    >
      {t("export")}
    </Button>
  );
}
