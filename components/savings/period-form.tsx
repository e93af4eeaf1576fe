"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { Period } from "@/lib/savings/contract/desk";

type Days = { startsOn: string; endsOn: string; closesOn: string };
type PeriodFormProps = {
  /** The one that is moved; absent: a new one. */
  period?: Period;
  save: Act<Days, Period>;
};

/** Days of a period of the agency's own making: a month opens by itself, a campaign or a half-month does not. */
export function PeriodForm({ period, save }: PeriodFormProps) {
  const t = useTranslations("savings.setup");
  const common = useTranslations("common");
  const { busy, act } = useAct();
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const day = (name: keyof Days) => String(given.get(name) ?? "");
    const days = { startsOn: day("startsOn"), endsOn: day("endsOn"), closesOn: day("closesOn") };
    if (!days.startsOn || days.startsOn > days.endsOn || days.endsOn > days.closesOn) return setWrong(t("backwards"));
    act(() => save(days), {
      said: { text: t(period ? "periodMoved" : "periodMade") },
      done: () => setOpen(false),
      refused: setWrong,
    });
  };
  const field = (name: keyof Days, error: string | null = null) => (
    <TextField name={name} type="date" label={t(name)} defaultValue={period?.[name]} error={error} />
  );
  return (
    <Dialog
      title={t(period ? "periodMove" : "periodNew")}
      text={t("periodNewText")}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setWrong(null);
      }}
      trigger={<Button size="sm">{t(period ? "periodMove" : "periodNew")}</Button>}
    >
      <Form onSubmit={send} noValidate className="flex flex-col gap-4">
        {field("startsOn")}
        {field("endsOn")}
        {field("closesOn", wrong)}
        <Button type="submit" kind="primary" busy={busy && common("saving")}>
          {common("save")}
        </Button>
      </Form>
    </Dialog>
  );
}
