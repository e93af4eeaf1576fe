"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/journey/use-act";
import { saveCsv } from "@/components/shell/csv";
import { Button } from "@/components/ui/button";
import type { AgencyRow } from "@/lib/agencies/contract/platform";

type Narrowing = { q?: string; status?: AgencyRow["status"]; sort?: "newest" | "oldest" | "name" | "trial" };

/** The list as it is narrowed now, all of its pages, as a file. */
export function ExportAgencies({ query, read }: { query: Narrowing; read: Act<Narrowing, { data: AgencyRow[] }> }) {
  const t = useTranslations("platform.agencies");
  const status = useTranslations("platform.status");
  const { busy, act } = useAct();
  const save = ({ data }: { data: AgencyRow[] }) => {
    const head = (
      ["agency", "address", "status", "country", "licence", "owner", "people", "since", "trial"] as const
    ).map((key) => t(`columns.${key}`));
    const rows = data.map((row) => [
      ...[row.name, row.slug, status(row.status), row.country, row.licenceNumber ?? "", row.ownerName ?? ""],
      ...[String(row.people), (row.appliedAt ?? row.createdAt).toISOString(), row.trialEndsAt?.toISOString() ?? ""],
    ]);
    saveCsv("agencies.csv", [head, ...rows]);
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
