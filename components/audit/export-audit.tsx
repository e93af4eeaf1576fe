"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { saveFile, toCsv } from "@/components/groups/csv";
import { type Act, useAct } from "@/components/journey/use-act";
import { Button } from "@/components/ui/button";
import type { AuditEntry } from "@/lib/audit/contract";

type Narrowing = { q?: string; area?: string; from?: string; to?: string };

/** The log as it is narrowed now, the newest ten thousand rows, as a file. Times are UTC. */
export function ExportAudit({ query, read }: { query: Narrowing; read: Act<Narrowing, { data: AuditEntry[] }> }) {
  const t = useTranslations("agency.audit");
  const { busy, act } = useAct();
  const save = ({ data }: { data: AuditEntry[] }) => {
    const head = (["when", "who", "actor", "command", "changes", "via", "request"] as const).map((key) =>
      t(`columns.${key}`),
    );
    const rows = data.map(({ at, actor, actorName, command, changes, via, requestId }) => [
      ...[at.toISOString(), actorName ?? "", actor, command, JSON.stringify(changes), via, requestId],
    ]);
    saveFile("audit.csv", toCsv([head, ...rows]));
  };
  return (
    <Button
      icon={<Download aria-hidden size={16} />}
      busy={busy && t("exporting")}
      onClick={() => act(() => read(query), { done: save })}
    >
      {t("export")}
    </Button>
  );
}
