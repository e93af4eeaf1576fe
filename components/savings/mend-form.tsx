"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { MoneyField } from "@/components/packages/money-field";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FileField } from "@/components/ui/file-field";
import { Form } from "@/components/ui/form";
import { toast } from "@/components/ui/toast";
import { readAmount, writeAmount } from "@/lib/kernel/amounts";
import type { Money } from "@/lib/kernel/money";
import type { Deposit } from "@/lib/savings/contract/deposit";
import { sendProof } from "./files";

type Mended = { id: string; amount?: Money; proofId?: string; whenLate: "next" };
type MendFormProps = { agency: string; deposit: Deposit; resubmit: Act<Mended> };

/** Sends a deposit again that came back: with a better picture, another amount, or both. */
export function MendForm({ agency, deposit, resubmit }: MendFormProps) {
  const t = useTranslations("savings.my");
  const out = useTranslations("savings.out");
  const errors = useTranslations("errors");
  const { busy, act } = useAct();
  const { currency } = deposit.amount;
  const [open, setOpen] = useState(false);
  const [isSending, setSending] = useState(false);
  const [wrong, setWrong] = useState<{ amount?: string; file?: string }>({});
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [amount, file] = [readAmount(String(given.get("amount") ?? ""), currency), given.get("file")];
    // What can't be read must not become the amount that came back.
    if (!deposit.collection && !amount) return setWrong({ amount: t("amountMissing") });
    let proofId: string | undefined;
    if (file instanceof File && file.size > 0) {
      setSending(true);
      const sent = await sendProof(agency, file);
      setSending(false);
      if (sent === "offline") return void toast({ text: errors("offline"), kind: "offline" });
      if ("refused" in sent) return setWrong({ file: sent.refused });
      proofId = sent.kept.id;
    }
    // Of a collective one each member's amount stays.
    const mended = amount ? { amount: { amount, currency } } : {};
    act(() => resubmit({ id: deposit.id, proofId, whenLate: "next", ...mended }), {
      said: { text: t("sent") },
      refused: (message) => setWrong({ file: message }),
      done: () => setOpen(false),
    });
  };
  return (
    <Dialog
      title={t("mend")}
      text={deposit.reason ?? t("mendText")}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="sm">{t("mend")}</Button>}
    >
      <Form onSubmit={send} noValidate className="flex flex-col gap-4">
        {deposit.collection ? null : (
          <MoneyField
            name="amount"
            label={out("amount", { currency })}
            currency={currency}
            error={wrong.amount}
            defaultValue={writeAmount(deposit.amount.amount, currency)}
          />
        )}
        <FileField
          name="file"
          accept="image/jpeg,image/png,image/webp,application/pdf"
          label={t("proof")}
          hint={t("proofHint")}
          error={wrong.file}
          optional
        />
        <Button type="submit" kind="primary" size="lg" wide busy={(busy || isSending) && t("sending")}>
          {t("mend")}
        </Button>
      </Form>
    </Dialog>
  );
}
