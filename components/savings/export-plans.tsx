"use client";

import { useTranslations } from "next-intl";
import { type Exported, ExportList } from "@/components/shell/export-list";
import { writeAmount } from "@/lib/kernel/amounts";
import type { Plan } from "@/lib/savings/contract/plan";
import type { PlansQuery } from "./plans-query";

const COLUMNS = [
  "saver",
  "plan",
  "status",
  "startsOn",
  "balance",
  "target",
  "monthly",
  "currency",
  "progress",
] as const;

/** The plans of the list, as a file. */
export function ExportPlans(props: Exported<Pick<PlansQuery, "q" | "state" | "sort">, Plan>) {
  const t = useTranslations("savings");
  const head = COLUMNS.map((key) => t(`columns.${key}`));
  const linesOf = ({ personName, name, state, startsOn, balance, target, monthly, percent }: Plan) => [
    [
      ...[personName, name, t(`planState.${state}`), startsOn],
      ...[balance, target, monthly].map(({ amount, currency }) => writeAmount(amount, currency)),
      ...[balance.currency, `${percent} %`],
    ],
  ];
  return <ExportList file="savings.csv" whole {...{ head, linesOf }} {...props} />;
}
