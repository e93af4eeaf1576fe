"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { MoneyField } from "@/components/packages/money-field";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { CreatePlan, Plan } from "@/lib/savings/contract/plan";
import { type PaceWrong, readPace } from "./pace";

type Wish = Pick<CreatePlan, "userId" | "name" | "target" | "monthly" | "startsOn" | "endsOn" | "account">;
type PlanFormProps = {
  person: { id: string; name: string };
  currency: string;
  today: string;
  /** Before the plan's id, where it is shown afterwards. */
  home: string;
  begin: Act<Wish, Plan>;
};

/** A plan begins: target and pace, and the account that bears the saver's own name. */
export function PlanForm({ person, currency, today, home, begin }: PlanFormProps) {
  const t = useTranslations("savings.begin");
  const common = useTranslations("common");
  const own = useTranslations("savings");
  const router = useRouter();
  const { busy, act } = useAct();
  const [refused, setRefused] = useState<string | null>(null);
  const [wrong, setWrong] = useState<PaceWrong>({});
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "").trim();
    const pace = readPace(given, currency, t("amountMissing"));
    setRefused(null);
    if ("wrong" in pace) return setWrong(pace.wrong);
    setWrong({});
    const wish = {
      userId: person.id,
      name: text("name"),
      ...pace,
      startsOn: text("startsOn"),
      endsOn: text("endsOn") || null,
      account: { bankName: text("bank"), holder: text("holder"), number: text("number") },
    };
    act(() => begin(wish), {
      said: { text: t("done") },
      refused: setRefused,
      done: ({ id }) => router.push(`${home}/${id}`),
    });
  };
  return (
    <Form onSubmit={send} className="card flex max-w-xl flex-col gap-4 p-5">
      {refused ? <Banner kind="bad">{refused}</Banner> : null}
      <p>
        <span className="block text-ink-2">{t("who")}</span>
        <bdi className="font-semibold">{person.name}</bdi>
      </p>
      <TextField name="name" label={t("name")} required maxLength={120} />
      <MoneyField name="target" label={t("target", { currency })} currency={currency} required error={wrong.target} />
      <MoneyField
        name="monthly"
        label={t("monthly", { currency })}
        currency={currency}
        required
        error={wrong.monthly}
      />
      <TextField name="startsOn" type="date" label={t("starts")} defaultValue={today} required />
      <TextField name="endsOn" type="date" label={t("ends")} min={today} optional />
      <TextField name="bank" label={t("bank")} required maxLength={80} />
      <TextField name="holder" label={t("holder")} defaultValue={person.name} required maxLength={120} />
      <TextField name="number" label={t("number")} inputMode="numeric" required maxLength={34} />
      <p className="text-ink-3 text-sm">{own("notBank")}</p>
      <Button type="submit" kind="primary" size="lg" busy={busy && common("saving")}>
        {t("verb")}
      </Button>
    </Form>
  );
}
