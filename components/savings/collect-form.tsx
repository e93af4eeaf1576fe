"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { Form } from "@/components/ui/form";
import { readAmount } from "@/lib/kernel/amounts";
import type { PaymentMethod } from "@/lib/savings/contract/desk";
import type { Plan } from "@/lib/savings/contract/plan";
import { CollectMembers } from "./collect-members";
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
  /** So many savers at most stand behind one proof. */
  most: number;
  collect: Act<Wish>;
};

/** One proof for many savers: who brings it, and how much of it is whose. */
export function CollectForm({ agency, plans, methods, today, home, most, collect }: CollectFormProps) {
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
  const write = (planId: string, text: string) => {
    setWrong(null);
    setTyped({ ...typed, [planId]: text });
  };
  const isWrong = ({ id, balance }: Plan) =>
    Boolean(typed[id]?.trim()) && !readAmount(typed[id] ?? "", balance.currency);
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
    const unread = plans.find(isWrong);
    if (unread) return setWrong(t("unread", { name: unread.personName }));
    if (members.length < 2) return setWrong(t("two"));
    if (members.length > most) return setWrong(t("most", { most }));
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
    <Form onSubmit={send} className="card max-w-5xl">
      <div className="grid grid-cols-1 items-start gap-x-8 gap-y-4 p-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-4">
          <p className="text-ink-2">{t("text")}</p>
          <TextField name="name" label={t("name")} required maxLength={120} />
          <SelectField
            name="method"
            label={my("method")}
            options={methods.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField name="day" type="date" label={my("day")} max={today} defaultValue={today} required />
          <FileField
            name="file"
            accept="image/jpeg,image/png,image/webp,application/pdf"
            label={my("proof")}
            hint={my("proofHint")}
          />
        </div>
        <CollectMembers {...{ plans, typed, isWrong }} write={write} />
      </div>
      <div className="sticky bottom-0 flex flex-col gap-3 rounded-b-[inherit] border-line border-t bg-surface p-4">
        {wrong ? <Banner kind="bad">{wrong}</Banner> : null}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="tn font-semibold" aria-live="polite">
            {t("count", { count: members.length })}&nbsp;·{" "}
            {t("together", { amount: money({ amount: total, currency }) })}
          </p>
          <Button type="submit" kind="primary" size="lg" busy={(busy || isSending) && my("sending")}>
            {t("verb")}
          </Button>
        </div>
      </div>
    </Form>
  );
}
