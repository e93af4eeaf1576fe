"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Act, useAct } from "@/components/journey/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { readAmount } from "@/lib/kernel/amounts";
import type { PaymentMethod } from "@/lib/savings/contract/desk";
import type { Plan } from "@/lib/savings/contract/plan";
import { sendProof } from "./files";
import { useWords } from "./words";

type Wish = {
  name: string;
  methodId: string;
  paidOn: string;
  proofId: string;
  whenLate: "next";
  members: { planId: string; amount: { amount: number; currency: string } }[];
};
type CollectFormProps = {
  agency: string;
  plans: readonly Plan[];
  methods: readonly PaymentMethod[];
  today: string;
  home: string;
  collect: Act<Wish>;
};

/** One proof for many savers: who brings it, and how much of it is whose. */
export function CollectForm({ agency, plans, methods, today, home, collect }: CollectFormProps) {
  const t = useTranslations("savings.collect");
  const my = useTranslations("savings.my");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { money } = useWords();
  const { busy, act } = useAct();
  const [isSending, setSending] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const currency = plans[0]?.balance.currency ?? "IDR";
  const members = plans.flatMap(({ id: planId, balance }) => {
    const amount = readAmount(typed[planId] ?? "", balance.currency);
    return amount ? [{ planId, amount: { amount, currency: balance.currency } }] : [];
  });
  const total = members.reduce((sum, { amount }) => sum + amount.amount, 0);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const file = given.get("file");
    setWrong(null);
    if (members.length < 2) return setWrong(t("two"));
    if (!(file instanceof File && file.size > 0)) return setWrong(my("fileMissing"));
    setSending(true);
    const sent = await sendProof(agency, file);
    setSending(false);
    if (sent === "offline") return setWrong(errors("offline"));
    if ("refused" in sent) return setWrong(sent.refused);
    const text = (name: string) => String(given.get(name) ?? "");
    const how = { methodId: text("method"), paidOn: text("day"), proofId: sent.kept.id, whenLate: "next" as const };
    act(() => collect({ name: text("name"), ...how, members }), {
      said: { text: t("done") },
      refused: setWrong,
      done: () => router.push(`${home}/proofs`),
    });
  };
  return (
    <form onSubmit={send} className="card flex max-w-xl flex-col gap-4 p-5">
      {wrong ? <Banner kind="bad">{wrong}</Banner> : null}
      <p className="text-ink-2">{t("text")}</p>
      <TextField name="name" label={t("name")} required maxLength={120} />
      <SelectField
        name="method"
        label={my("method")}
        options={methods.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="day" type="date" label={my("day")} max={today} defaultValue={today} required />
      <TextField
        name="file"
        type="file"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        label={my("proof")}
        hint={my("proofHint")}
      />
      {plans.map(({ id, personName, balance }) => (
        <TextField
          key={id}
          label={t("amountOf", { name: personName, currency: balance.currency })}
          inputMode="numeric"
          value={typed[id] ?? ""}
          onChange={(event) => setTyped({ ...typed, [id]: event.target.value })}
        />
      ))}
      <p className="tn font-semibold">{t("together", { amount: money({ amount: total, currency }) })}</p>
      <Button type="submit" kind="primary" size="lg" busy={(busy || isSending) && my("sending")}>
        {t("verb")}
      </Button>
    </form>
  );
}
