"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { MoneyField } from "@/components/packages/money-field";
import { type Making, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { readAmount } from "@/lib/kernel/amounts";
import type { Plan } from "@/lib/savings/contract/plan";

type WithdrawFormProps = {
  plan: Plan;
  /** The office decides within so many. */
  days: number;
  withdraw: Making<{ id: string; amount: { amount: number; currency: string } }>;
};

/** A saver asks for money back; it is set aside until the office has decided. */
export function WithdrawForm({ plan, days, withdraw }: WithdrawFormProps) {
  const t = useTranslations("savings.out");
  const words = useTranslations("savings.my");
  const begin = useTranslations("savings.begin");
  const common = useTranslations("common");
  const { currency } = plan.balance;
  const { busy, act } = useAct();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const send = () => {
    const amount = readAmount(typed, currency);
    if (!amount) return setWrong(begin("amountMissing"));
    act((key) => withdraw({ id: plan.id, amount: { amount, currency } }, key), {
      said: { text: t("sent") },
      refused: setWrong,
      done: () => setOpen(false),
    });
  };
  return (
    <Dialog
      title={t("ask")}
      text={t("text", { days })}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="lg" wide>
          {t("ask")}
        </Button>
      }
      actions={(close) => (
        <>
          <Button size="lg" onClick={close}>
            {common("cancel")}
          </Button>
          <Button kind="primary" size="lg" busy={busy && words("sending")} onClick={send}>
            {t("send")}
          </Button>
        </>
      )}
    >
      <MoneyField
        label={t("amount", { currency })}
        currency={currency}
        error={wrong}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Dialog>
  );
}
