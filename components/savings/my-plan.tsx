import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusLine } from "@/components/ui/badge";
import { Card, Row } from "@/components/ui/card";
import type { Deposit } from "@/lib/savings/contract/deposit";
import type { Statement } from "@/lib/savings/contract/out";
import { DepositBadge } from "./deposit-badge";
import { InWords } from "./in-words";
import { ProofCard } from "./proof-card";
import { Ring } from "./ring";
import { useWords } from "./words";

type MyPlanProps = {
  statement: Statement;
  /** Its address. */
  page: string;
  zone: string;
  acts: ReactNode;
  /** What was asked back, and what became of it. */
  asked: ReactNode;
  /** What can be done about a deposit that came back. */
  mend: (deposit: Deposit) => ReactNode;
};

/** A saver's own page: the ring, the last lines, why it can be believed, and the next act. */
export function MyPlan({ statement, page, zone, acts, asked, mend }: MyPlanProps) {
  const t = useTranslations("savings");
  const { money, month, day, date } = useWords();
  const { plan, lines, waiting } = statement;
  return (
    <div className="flex flex-col gap-4">
      <Card className="text-center">
        <Ring percent={plan.percent} />
        <p className="tn display mt-3 text-2xl">{money(plan.balance)}</p>
        <div className="hidden justify-center print:flex">
          <InWords money={plan.balance} />
        </div>
        <p className="text-ink-2 text-md">
          {plan.finishMonth ? t("enoughBy", { date: month(plan.finishMonth) }) : t("enough")}
        </p>
        {plan.checking.amount > 0 ? (
          <StatusLine status="waiting" className="mt-2">
            {t("checking", { amount: money(plan.checking) })}
          </StatusLine>
        ) : null}
        {plan.reserved.amount > 0 ? (
          <StatusLine status="waiting" className="mt-2">
            {t("out.asked", { amount: money(plan.reserved) })}
          </StatusLine>
        ) : null}
      </Card>
      {acts}
      {asked}
      <Card flush>
        {lines.length + waiting.length === 0 ? <p className="p-(--pad-card) text-ink-2">{t("my.none")}</p> : null}
        {waiting.map((deposit) => (
          <Row key={deposit.id} end={<span className="tn font-semibold">{money(deposit.amount)}</span>}>
            <p className="font-semibold">{day(deposit.paidOn)}</p>
            <DepositBadge state={deposit.state} />
            {deposit.reason ? <p className="text-ink-2">{deposit.reason}</p> : null}
            {deposit.state === "rejected" ? <div className="mt-2">{mend(deposit)}</div> : null}
          </Row>
        ))}
        {lines.toReversed().map(({ kind, on, amount, balance }) => (
          <Row
            key={`${on.getTime()} ${balance.amount}`}
            end={<span className="tn font-semibold">{money(amount)}</span>}
          >
            <p className="font-semibold">{t(`kind.${kind}`)}</p>
            <p className="text-ink-2">{date(on, zone)}</p>
          </Row>
        ))}
      </Card>
      <ProofCard {...{ statement, page }} />
    </div>
  );
}
