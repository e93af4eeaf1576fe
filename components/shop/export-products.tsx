"use client";

import { useTranslations } from "next-intl";
import { type Exported, ExportList } from "@/components/shell/export-list";
import { writeAmount } from "@/lib/kernel/amounts";
import type { ListProducts, Product } from "@/lib/shop/contract/product";

/** What is sold beside trips, a line for each kind, as a file. */
export function ExportProducts(props: Exported<Partial<Pick<ListProducts, "q" | "state" | "sort">>, Product>) {
  const t = useTranslations("shop");
  const head = (["product", "kind", "price", "currency", "left", "state"] as const).map((key) => t(`columns.${key}`));
  const linesOf = ({ name, variants, currency, published }: Product) =>
    variants.map((one) => [
      ...[name, one.name, writeAmount(one.price.amount, currency), currency],
      ...[String(one.left), t(published ? "published" : "hidden")],
    ]);
  return <ExportList file="products.csv" {...{ head, linesOf }} {...props} />;
}
