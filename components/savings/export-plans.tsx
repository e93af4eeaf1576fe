"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/journey/use-act";
import { saveCsv } from "@/components/shell/csv";
import { Button } from "@/components/ui/button";
import type { Plan } from "@/lib/savings/contract/plan";
import type { PlansQuery } from "./plans-query";

type Narrowing = Pick<PlansQuery, "q" | "state" | "sort">;
type ExportPlansProps = { query: Narrowing; read: Act<Narrowing, { data: Plan[] }> };

/** Minor units, exactly, for programs. */
const figures = (money: { amount: number; currency: string }) => [String(money.amount), money.currency];

/** The list as it is narrowed now, all of its pages, as a file; amounts in minor units. */
export function ExportPlans({ query, read }: ExportPlansProps) {
  const t = useTranslations("savings");
  const { busy, act } = useAct();
  const save = ({ data }: { data: Plan[] }) => {
    const head = ["id", "saver", "plan", "state", "starts_on", "balance", "currency", "target", "monthly", "percent"];
    const rows = data.map((plan) => [
      ...[plan.id, plan.personName, plan.name, t(`planState.${plan.state}`), plan.startsOn],
      ...figures(plan.balance),
      ...[String(plan.target.amount), String(plan.monthly.amount), String(plan.percent)],
    ]);
    saveCsv("savings.csv", [head, ...rows]);
  };
  return (
    <Button
      icon={<Download aria-hidden size={16} />}
      busy={busy && t("office.exporting")}
      onClick={() => act(() => read(query), { done: save })}
    >
      {t("office.export")}
    </Button>
  );
}
