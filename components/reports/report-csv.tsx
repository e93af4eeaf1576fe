"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { saveFile } from "@/components/shell/csv";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import type { Report, ReportName } from "@/lib/reports/contract";

type Asked = { name: ReportName; from: string; to: string; branchId?: string; format: "csv" };
type ReportCsvProps = { report: Pick<Report, "name" | "from" | "to" | "branchId">; read: Act<Asked, Report> };

/** The same report as a file; amounts in minor units. */
export function ReportCsv({ report: { name, from, to, branchId }, read }: ReportCsvProps) {
  const t = useTranslations("reports");
  const { busy, act } = useAct();
  const asked = { name, from, to, branchId: branchId ?? undefined, format: "csv" as const };
  return (
    <Button
      icon={<Download aria-hidden size={16} />}
      busy={busy && t("csv")}
      onClick={() => act(() => read(asked), { done: ({ csv = "" }) => saveFile(`${name}-${from}-${to}.csv`, csv) })}
    >
      {t("csv")}
    </Button>
  );
}
