"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { MoneyField } from "@/components/packages/money-field";
import { AccountLine } from "@/components/payments/account-line";
import { type Making, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField, TextField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { Form } from "@/components/ui/form";
import { toast } from "@/components/ui/toast";
import { readAmount } from "@/lib/kernel/amounts";
import type { PaymentMethod } from "@/lib/savings/contract/desk";
import type { Plan } from "@/lib/savings/contract/plan";
import { sendProof } from "./files";

type Payment = {
  planId: string;
  amount: { amount: number; currency: string };
  methodId: string;
  paidOn: string;
  proofId: string;
  whenLate: "next";
};
type DepositFormProps = {
  agency: string;
  plan: Plan;
  methods: readonly PaymentMethod[];
  today: string;
  submit: Making<Payment>;
};

/** A saver says what they paid and shows the receipt; it counts once the office has verified it. */
export function DepositForm({ agency, plan, methods, today, submit }: DepositFormProps) {
  const t = useTranslations("savings.my");
  const out = useTranslations("savings.out");
  const errors = useTranslations("errors");
  const { busy, act } = useAct();
  const { currency } = plan.balance;
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const method = methods.find(({ id }) => id === chosen) ?? methods[0];
  const [isSending, setSending] = useState(false);
  const [wrong, setWrong] = useState<{ amount?: string; file?: string }>({});
  // What has arrived is not sent again with the rest that has not.
  const arrived = useRef<{ file: File; id: string } | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [amount, file] = [readAmount(String(given.get("amount")), currency), given.get("file")];
    const hasFile = file instanceof File && file.size > 0;
    setWrong({ ...(amount ? {} : { amount: t("amountMissing") }), ...(hasFile ? {} : { file: t("fileMissing") }) });
    if (!amount || !hasFile) return;
    if (arrived.current?.file !== file) {
      setSending(true);
      const sent = await sendProof(agency, file);
      setSending(false);
      if (sent === "offline") return void toast({ text: errors("offline"), kind: "offline" });
      if ("refused" in sent) return setWrong({ file: sent.refused });
      arrived.current = { file, id: sent.kept.id };
    }
    const payment = {
      planId: plan.id,
      amount: { amount, currency },
      proofId: arrived.current.id,
      whenLate: "next" as const,
      methodId: String(given.get("method")),
      paidOn: String(given.get("day")),
    };
    act((key) => submit(payment, key), { said: { text: t("sent") }, done: () => setOpen(false) });
  };
  return (
    <Dialog
      title={t("put")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button kind="primary" size="xl" wide>
          {t("put")}
        </Button>
      }
    >
      <Form onSubmit={send} noValidate className="flex flex-col gap-4">
        <SelectField
          name="method"
          label={t("method")}
          value={method?.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
          options={methods.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {method?.accountNumber ? <AccountLine {...method} accountNumber={method.accountNumber} /> : null}
        <MoneyField name="amount" label={out("amount", { currency })} currency={currency} error={wrong.amount} />
        <TextField name="day" type="date" label={t("day")} max={today} defaultValue={today} />
        <FileField
          name="file"
          accept="image/jpeg,image/png,image/webp,application/pdf"
          label={t("proof")}
          hint={t("proofHint")}
          error={wrong.file}
        />
        <Button type="submit" kind="primary" size="lg" wide busy={(busy || isSending) && t("sending")}>
          {t("send")}
        </Button>
      </Form>
    </Dialog>
  );
}
