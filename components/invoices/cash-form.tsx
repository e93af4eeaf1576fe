"use client";

import { Banknote } from "lucide-react";
import { type FormEvent, useState } from "react";
import { MoneyField } from "@/components/packages/money-field";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { toast } from "@/components/ui/toast";
import type { Invoice } from "@/lib/invoices/contract/invoice";
import { readAmount, writeAmount } from "@/lib/kernel/amounts";
import { newId } from "@/lib/kernel/ids";
import type { Money } from "@/lib/kernel/money";
import type { Proof } from "@/lib/payments/contract/proof";
import { useInvoiceWords } from "./words";

type CashFormProps = { invoice: Invoice; enter: Act<{ id: string; cashId: string; amount: Money }, Proof> };

/** A payer stands at the desk with money in hand. */
export function CashForm({ invoice, enter }: CashFormProps) {
  const { t } = useInvoiceWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={t("cash.act")}
      text={t("cash.text")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button wide icon={<Banknote aria-hidden size={18} />}>
          {t("cash.act")}
        </Button>
      }
    >
      {open ? <Counted {...{ invoice, enter }} close={() => setOpen(false)} /> : null}
    </Dialog>
  );
}

function Counted({ invoice, enter, close }: CashFormProps & { close: () => void }) {
  const { t, money } = useInvoiceWords();
  const { busy, act } = useAct();
  const { id, total, paid, instalments } = invoice;
  const { currency } = total;
  const rest = total.amount - paid.amount;
  const next = instalments.find(({ state }) => state !== "paid");
  // One for each opening of the form: a second tap, or an answer that was lost, is the same money.
  const [cashId] = useState(newId);
  const [typed, setTyped] = useState(() => writeAmount(next ? next.amount.amount - next.paid.amount : rest, currency));
  const [wrong, setWrong] = useState<string | null>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const amount = readAmount(typed, currency);
    if (!amount || amount > rest) return setWrong(t("cash.wrong", { amount: money({ amount: rest, currency }) }));
    act(() => enter({ id, cashId, amount: { amount, currency } }), {
      refused: setWrong,
      done: (one) => {
        const words = { amount: money(one.amount) };
        toast({ text: t(one.state === "second_look" ? "cash.second" : "cash.done", words), kind: "done" });
        close();
      },
    });
  };
  return (
    <Form onSubmit={send} noValidate className="flex flex-col gap-4">
      <MoneyField
        label={t("cash.amount", { currency })}
        currency={currency}
        value={typed}
        error={wrong}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(null);
        }}
      />
      <Button type="submit" kind="primary" size="lg" busy={busy && t("saving")}>
        {t("cash.act")}
      </Button>
    </Form>
  );
}
