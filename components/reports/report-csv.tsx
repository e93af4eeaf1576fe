"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { saveCsv } from "@/components/shell/csv";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import type { Report, ReportName } from "@/lib/reports/contract";
import { useReportSheet } from "./sheet";

type Asked = { name: ReportName; from: string; to: string; branchId?: string; format: "csv" };
type ReportCsvProps = { report: Pick<Report, "name" | "from" | "to" | "branchId">; read: Act<Asked, Report> };

/** The same report as a file for a spreadsheet: what stands in the table, sums as plain figures. */
export function ReportCsv({ report: { name, from, to, branchId }, read }: ReportCsvProps) {
  const t = useTranslations("reports");
  const sheetOf = useReportSheet();
  const { busy, act } = useAct();
  const asked = { name, from, to, branchId: branchId ?? undefined, format: "csv" as const };
  return (
    <Button
      icon={<Download aria-hidden size={16} />}
      busy={busy && t("csv")}
      onClick={() => act(() => read(asked), { done: (full) => saveCsv(`${name}-${from}-${to}.csv`, sheetOf(full)) })}
    >
      {t("csv")}
    </Button>
  );
}
