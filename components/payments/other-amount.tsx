"use client";

import { type FormEvent, useState } from "react";
import { MoneyField } from "@/components/packages/money-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { readAmount } from "@/lib/kernel/amounts";
import type { Money } from "@/lib/kernel/money";
import { usePaymentWords } from "./words";

type OtherAmountProps = { currency: string; approve: (amount: Money) => void };

/** The picture shows another sum than the invoice asked for: what really came is booked. */
export function OtherAmount({ currency, approve }: OtherAmountProps) {
  const { t } = usePaymentWords();
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const amount = readAmount(String(new FormData(event.currentTarget).get("amount")), currency);
    if (!amount) return setWrong(t("desk.otherMissing"));
    setOpen(false);
    approve({ amount, currency });
  };
  return (
    <Dialog
      title={t("desk.otherTitle")}
      text={t("desk.otherText")}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setWrong(null);
      }}
      trigger={<Button wide>{t("desk.other")}</Button>}
    >
      <Form onSubmit={send} noValidate className="flex flex-col gap-4">
        <MoneyField name="amount" label={t("desk.otherAmount")} currency={currency} error={wrong} />
        <Button type="submit" kind="primary" size="lg">
          {t("desk.otherVerb")}
        </Button>
      </Form>
    </Dialog>
  );
}
