import { ConvertCard } from "@/components/savings/convert-card";
import { DepositForm } from "@/components/savings/deposit-form";
import { WithdrawForm } from "@/components/savings/withdraw-form";
import type { PaymentMethod } from "@/lib/savings/contract/desk";
import { WITHDRAWAL_DAYS } from "@/lib/savings/contract/out";
import type { Plan } from "@/lib/savings/contract/plan";
import { submit, withdraw } from "./actions";

type SaverActsProps = { agency: string; plan: Plan; methods: readonly PaymentMethod[]; today: string };

/** Putting money in, where the agency says how; and what is free becomes seats, or is asked back. */
export function SaverActs({ agency, plan, methods, today }: SaverActsProps) {
  const free = plan.balance.amount > plan.reserved.amount;
  const asks = free && plan.reserved.amount === 0;
  return (
    <div className="flex flex-col gap-2.5">
      {methods.length > 0 ? (
        <DepositForm {...{ agency, plan, methods, today }} submit={submit.bind(null, agency)} />
      ) : null}
      {free ? <ConvertCard href={`/a/${agency}/my/savings/${plan.id}/convert`} /> : null}
      {asks ? <WithdrawForm plan={plan} days={WITHDRAWAL_DAYS} withdraw={withdraw.bind(null, agency)} /> : null}
    </div>
  );
}
