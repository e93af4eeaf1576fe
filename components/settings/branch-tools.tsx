"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { saveCsv } from "@/components/shell/csv";
import { Button } from "@/components/ui/button";
import type { Branch } from "@/lib/agencies/contract/branch";
import { BranchPanel } from "./branch-panel";

type BranchToolsProps = {
  branches: readonly Branch[];
  zone: string;
  people: ComponentProps<typeof BranchPanel>["people"];
  mayExport: boolean;
  /** Null for whoever may not. */
  open: ComponentProps<typeof BranchPanel>["send"] | null;
};

/** Above the list: take it out, and open another. */
export function BranchTools({ branches, zone, people, mayExport, open }: BranchToolsProps) {
  return (
    <>
      {mayExport ? <ExportBranches branches={branches} /> : null}
      {open ? <BranchPanel zone={zone} people={people} send={open} /> : null}
    </>
  );
}

/** The branches as they are shown, as a file. */
function ExportBranches({ branches }: { branches: readonly Branch[] }) {
  const t = useTranslations("agency.branches");
  const save = () => {
    const head = (["name", "city", "address", "manager", "zone", "lat", "lng"] as const).map((key) => t(key));
    const rows = branches.map(({ name, city, address, managerName, timeZone, place }) => [
      ...[name, city, address ?? "", managerName ?? "", timeZone],
      ...[String(place?.lat ?? ""), String(place?.lng ?? "")],
    ]);
    saveCsv("branches.csv", [head, ...rows]);
  };
  return (
    <Button icon={<Download aria-hidden size={16} />} onClick={save}>
      {t("export")}
    </Button>
  );
}
