"use client";

import { useTranslations } from "next-intl";
import { type Exported, ExportList } from "@/components/shell/export-list";
import { writeAmount } from "@/lib/kernel/amounts";
import type { ListPackages, Package } from "@/lib/packages/contract/package";

type Narrowing = Partial<Pick<ListPackages, "q" | "category" | "branchId" | "sort">>;

/** What is sold, as a file. */
export function ExportPackages(props: Exported<Narrowing, Package>) {
  const t = useTranslations("packages");
  const head = [
    ...[t("field.name"), t("field.category"), t("field.days"), t("departures.from"), t("columns.currency")],
    ...[t("columns.ahead"), t("columns.published")],
  ];
  const linesOf = ({ name, category, days, priceFrom, currency, departures, published }: Package) => [
    [
      ...[name, t(`category.${category}`), String(days), priceFrom ? writeAmount(priceFrom.amount, currency) : ""],
      ...[currency, String(departures), t(published ? "published" : "hidden")],
    ],
  ];
  return <ExportList file="packages.csv" {...{ head, linesOf }} {...props} />;
}
