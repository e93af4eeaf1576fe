"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { MoneyField } from "@/components/packages/money-field";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { readAmount } from "@/lib/kernel/amounts";

type Entered = { balance: { amount: number; currency: string }; countedOn: string };
type BankFormProps = { currency: string; today: string; enter: Act<Entered> };

/** What the bank says, typed in by whoever answers for the money. */
export function BankForm({ currency, today, enter }: BankFormProps) {
  const t = useTranslations("savings.office");
  const common = useTranslations("common");
  const { busy, act } = useAct();
  const [open, setOpen] = useState(false);
  const [amount, setAmount] = useState("");
  const [day, setDay] = useState(today);
  const [wrong, setWrong] = useState<string | null>(null);
  const save = () => {
    const counted = readAmount(amount, currency);
    setWrong(counted === null ? t("bankWrong") : null);
    if (counted === null) return;
    act(() => enter({ balance: { amount: counted, currency }, countedOn: day }), {
      said: { text: t("bankSaved") },
      done: () => setOpen(false),
      refused: setWrong,
    });
  };
  return (
    <Dialog
      title={t("enterBank")}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="sm">{t("enterBank")}</Button>}
      actions={(close) => (
        <>
          <Button onClick={close}>{common("cancel")}</Button>
          <Button kind="primary" busy={busy && common("saving")} onClick={save}>
            {common("save")}
          </Button>
        </>
      )}
    >
      <div className="flex flex-col gap-4">
        <MoneyField
          label={t("bankAmount", { currency })}
          currency={currency}
          value={amount}
          error={wrong}
          onChange={(event) => setAmount(event.target.value)}
        />
        <TextField
          label={t("bankDay")}
          type="date"
          max={today}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
