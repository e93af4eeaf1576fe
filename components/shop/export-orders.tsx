"use client";

import { useTranslations } from "next-intl";
import { type Exported, ExportList } from "@/components/shell/export-list";
import { writeAmount } from "@/lib/kernel/amounts";
import type { OrderRow, OrderState } from "@/lib/shop/contract/order";
import { lookOf } from "@/lib/shop/rules";

type Narrowing = { q?: string; state?: OrderState; sort?: "oldest" };
const COLUMNS = ["code", "buyer", "state", "pieces", "total", "paid", "rest", "currency", "date"] as const;

/** The orders of the list, as a file. */
export function ExportOrders(props: Exported<Narrowing, OrderRow>) {
  const t = useTranslations("shop");
  const head = COLUMNS.map((key) => t(`columns.${key}`));
  const linesOf = (order: OrderRow) => {
    const { code, buyerName, pieces, total, paid, rest, createdAt } = order;
    const cells = [
      ...[code, buyerName, t(`state.${lookOf(order)}`), String(pieces)],
      ...[total, paid, rest].map(({ amount, currency }) => writeAmount(amount, currency)),
      total.currency,
      new Date(createdAt).toISOString(),
    ];
    return [cells];
  };
  return <ExportList file="orders.csv" whole {...{ head, linesOf }} {...props} />;
}
