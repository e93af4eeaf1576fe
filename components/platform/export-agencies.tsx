"use client";

import { useTranslations } from "next-intl";
import { type Exported, ExportList } from "@/components/shell/export-list";
import type { AgencyRow } from "@/lib/agencies/contract/platform";

type Narrowing = { q?: string; status?: AgencyRow["status"]; sort?: "newest" | "oldest" | "name" | "trial" };
const COLUMNS = ["agency", "address", "status", "country", "licence", "owner", "people", "since", "trial"] as const;

/** The agencies of the list, as a file. */
export function ExportAgencies(props: Exported<Narrowing, AgencyRow>) {
  const t = useTranslations("platform.agencies");
  const status = useTranslations("platform.status");
  const head = COLUMNS.map((key) => t(`columns.${key}`));
  const linesOf = (row: AgencyRow) => [
    [
      ...[row.name, row.slug, status(row.status), row.country, row.licenceNumber ?? "", row.ownerName ?? ""],
      ...[String(row.people), (row.appliedAt ?? row.createdAt).toISOString(), row.trialEndsAt?.toISOString() ?? ""],
    ],
  ];
  return <ExportList file="agencies.csv" whole {...{ head, linesOf }} {...props} />;
}
