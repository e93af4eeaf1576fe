import { useTranslations } from "next-intl";
import { StatusLine } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { SeatMeter } from "@/components/ui/seat-meter";
import type { Statement } from "@/lib/savings/contract/out";
import type { Plan } from "@/lib/savings/contract/plan";
import { GrowthChart } from "./growth-chart";
import { InWords } from "./in-words";
import { useWords } from "./words";

/** At this pace the target is reached after the day the saver would like to have it. */
const isLate = ({ finishMonth, endsOn }: Plan) =>
  finishMonth !== null && endsOn !== null && finishMonth > endsOn.slice(0, 7);

/** What is verified, against the target; what is being checked is hatched and not counted. */
export function BalanceCard({ statement }: { statement: Statement }) {
  const t = useTranslations("savings");
  const { sum, month, day, percent } = useWords();
  const { plan } = statement;
  const { balance, checking, reserved, target } = plan;
  const rest = { ...target, amount: Math.max(0, target.amount - balance.amount) };
  const said = [
    t("reached", { percent: percent(plan.percent) }),
    ...(checking.amount > 0 ? [t("checking", { amount: sum(checking) })] : []),
    ...(reserved.amount > 0 ? [t("reserved", { amount: sum(reserved) })] : []),
  ];
  return (
    <Card>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <p className="text-ink-2">{t("balance")}</p>
          <p className="tn display text-3xl">{sum(balance)}</p>
          <InWords money={balance} />
        </div>
        <div className="flex flex-col gap-1 sm:ms-auto sm:items-end sm:text-end">
          <p className="tn text-ink-2">{t("target", { amount: sum(target) })}</p>
          <StatusLine status={plan.finishMonth ? "scheduled" : "ok"}>
            {plan.finishMonth ? t("enoughBy", { date: month(plan.finishMonth) }) : t("enough")}
          </StatusLine>
          {plan.endsOn ? (
            <StatusLine status={isLate(plan) ? "warn" : "ok"}>{t("wantedBy", { date: day(plan.endsOn) })}</StatusLine>
          ) : null}
        </div>
      </div>
      <SeatMeter
        className="mt-4"
        sold={balance.amount}
        held={checking.amount}
        total={target.amount}
        sentence={`${said.join("\u00a0· ")}\u00a0· ${t("toGo", { amount: sum(rest) })}`}
      />
      <GrowthChart statement={statement} />
    </Card>
  );
}
