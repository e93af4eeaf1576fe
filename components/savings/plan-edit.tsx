"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { MoneyField } from "@/components/packages/money-field";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { writeAmount } from "@/lib/kernel/amounts";
import type { Plan } from "@/lib/savings/contract/plan";
import { type Pace, type PaceWrong, readPace } from "./pace";

type Change = Pace & { name: string; endsOn: string | null; financingNote: string | null };
type PlanEditProps = { plan: Plan; change: Act<Change & { id: string }, Plan> };

/** Another target, pace or end; what was before stays in the plan's history. */
export function PlanEdit({ plan, change }: PlanEditProps) {
  const t = useTranslations("savings.begin");
  const edit = useTranslations("savings.edit");
  const common = useTranslations("common");
  const { currency } = plan.target;
  const { busy, act } = useAct();
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<PaceWrong & { ends?: string }>({});
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "").trim();
    const pace = readPace(given, currency, t("amountMissing"));
    if ("wrong" in pace) return setWrong(pace.wrong);
    setWrong({});
    const wish = { name: text("name") || plan.name, ...pace, endsOn: text("endsOn") || null };
    act(() => change({ id: plan.id, ...wish, financingNote: text("note") || null }), {
      said: { text: edit("done") },
      done: () => setOpen(false),
      refused: (message) => setWrong({ ends: message }),
    });
  };
  const money = (name: "target" | "monthly") => (
    <MoneyField
      name={name}
      label={t(name, { currency })}
      currency={currency}
      defaultValue={writeAmount(plan[name].amount, currency)}
      error={wrong[name]}
    />
  );
  return (
    <Dialog
      title={edit("title")}
      text={edit("text")}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{edit("verb")}</Button>}
    >
      <Form onSubmit={send} noValidate className="flex flex-col gap-4">
        <TextField name="name" label={t("name")} maxLength={120} defaultValue={plan.name} />
        {money("target")}
        {money("monthly")}
        <TextField
          name="endsOn"
          type="date"
          label={t("ends")}
          optional
          defaultValue={plan.endsOn ?? ""}
          error={wrong.ends}
        />
        <TextArea name="note" label={edit("note")} rows={2} maxLength={500} defaultValue={plan.financingNote ?? ""} />
        <Button type="submit" kind="primary" busy={busy && common("saving")}>
          {edit("save")}
        </Button>
      </Form>
    </Dialog>
  );
}
