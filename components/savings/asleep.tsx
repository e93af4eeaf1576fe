import { Moon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import type { Plan } from "@/lib/savings/contract/plan";
import { useWords } from "./words";

/** Says that a plan sleeps, since when, and that nothing is lost by it. */
export function Asleep({ plan, zone }: { plan: Plan; zone: string }) {
  const t = useTranslations("savings");
  const { date } = useWords();
  if (plan.state !== "dormant") return null;
  return (
    <Banner kind="warn" icon={Moon} className="mb-5">
      {t("asleep", { date: date(plan.movedAt, zone) })}
    </Banner>
  );
}
