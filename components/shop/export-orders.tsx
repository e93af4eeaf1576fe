"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/journey/use-act";
import { saveCsv } from "@/components/shell/csv";
import { Button } from "@/components/ui/button";
import { writeAmount } from "@/lib/kernel/amounts";
import type { OrderRow, OrderState } from "@/lib/shop/contract/order";

type Narrowing = { q?: string; state?: OrderState };
type ExportOrdersProps = { query: Narrowing; read: Act<Narrowing, { data: OrderRow[] }> };

/** The list as it is narrowed now, all of its pages, as a file. Amounts as plain figures, times in UTC. */
export function ExportOrders({ query, read }: ExportOrdersProps) {
  const t = useTranslations("shop");
  const { busy, act } = useAct();
  const save = ({ data }: { data: OrderRow[] }) => {
    const keys = ["code", "buyer", "state", "pieces", "total", "paid", "currency", "date"] as const;
    const head = keys.map((key) => t(`columns.${key}`));
    const rows = data.map(({ code, buyerName, state, pieces, total, paid, currency, createdAt }) => [
      ...[code, buyerName, t(`state.${state}`), String(pieces)],
      ...[writeAmount(total, currency), writeAmount(paid, currency), currency],
      new Date(createdAt).toISOString(),
    ]);
    saveCsv("orders.csv", [head, ...rows]);
  };
  return (
    <Button
      icon={<Download aria-hidden size={16} />}
      busy={busy && t("order.exporting")}
      onClick={() => act(() => read(query), { done: save })}
    >
      {t("order.export")}
    </Button>
  );
}
