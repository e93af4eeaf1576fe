"use client";

import { useTranslations } from "next-intl";
import { type Exported, ExportList } from "@/components/shell/export-list";
import { writeAmount } from "@/lib/kernel/amounts";
import type { OrderRow, OrderState } from "@/lib/shop/contract/order";

type Narrowing = { q?: string; state?: OrderState; sort?: "oldest" };
const COLUMNS = ["code", "buyer", "state", "pieces", "total", "paid", "rest", "currency", "date"] as const;

/** The orders of the list, as a file. */
export function ExportOrders(props: Exported<Narrowing, OrderRow>) {
  const t = useTranslations("shop");
  const head = COLUMNS.map((key) => t(`columns.${key}`));
  const linesOf = ({ code, buyerName, state, pieces, total, paid, rest, currency, createdAt }: OrderRow) => [
    [
      ...[code, buyerName, t(`state.${state}`), String(pieces)],
      ...[writeAmount(total, currency), writeAmount(paid, currency), writeAmount(rest, currency), currency],
      new Date(createdAt).toISOString(),
    ],
  ];
  return <ExportList file="orders.csv" whole {...{ head, linesOf }} {...props} />;
}
