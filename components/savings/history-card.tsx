import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { Plan, PlanChange, PlanState } from "@/lib/savings/contract/plan";
import { useWords } from "./words";

type One = PlanChange["changes"][number];
type HistoryCardProps = { plan: Plan; changes: readonly PlanChange[]; zone: string };

/** What was changed of a plan since it began: by whom, from what to what. */
export function HistoryCard({ plan, changes, zone }: HistoryCardProps) {
  const t = useTranslations("savings.edit");
  const states = useTranslations("savings.planState");
  const { money, day, date } = useWords();
  const { currency } = plan.target;
  const shown = ({ field }: One, value: string | null) => {
    if (value === null || value === "") return t("nothing");
    if (field === "target" || field === "monthly") return money({ amount: Number(value), currency });
    if (field === "endsOn") return day(value);
    return field === "state" ? states(value as PlanState) : value;
  };
  if (changes.length === 0) return null;
  return (
    <Card title={t("history")} className="print:hidden">
      <ul className="flex flex-col gap-3">
        {changes.map(({ id, by, createdAt, changes: parts }) => (
          <li key={id}>
            <p className="text-ink-3 text-sm">
              {date(createdAt, zone)}&nbsp;· <bdi>{by}</bdi>
            </p>
            {parts.map((one) => (
              <p key={one.field}>
                <span className="text-ink-2">{t(`field.${one.field}`)}: </span>
                <span className="tn">
                  {t("fromTo", { before: shown(one, one.before), after: shown(one, one.after) })}
                </span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
